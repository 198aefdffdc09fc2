from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.storage.settings import Theme
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import AT_HOME, Stage


@pytest.mark.parametrize("theme,scale", [(Theme.LIGHT, 1.0), (Theme.DARK, 1.0), (Theme.LIGHT, 2.0)])
def test_pic(qtbot: QtBot, tmp_path: Path, theme, scale) -> None:
    stage = Stage(
        qtbot,
        tmp_path,
        replace(AT_HOME, theme=theme, text_scale=scale),
        scenarios={
            "the-wait.yaml": WAIT,
            "broken.yaml": WAIT.replace("move: retreat", "move: retreet")
            .replace("id: the-wait", "id: broken")
            .replace("title: The wait", "title: The broken wait"),
        },
    )
    stage.show()
    stage.window.studio_button.click()
    qtbot.wait(100)
    stage.window.grab().save(f"/tmp/pic-shelf-{theme}-{scale}.png")
    stage.row("The broken wait").edit_button.click()
    page = stage.studio.editor
    assert page is not None
    qtbot.wait(400)
    stage.window.grab().save(f"/tmp/pic-text-{theme}-{scale}.png")
    if len(page._faces) > 1:
        page._faces[1][0].click()
        page.file.go_to(("moments", next(iter(page.file.written.keys(("moments",))))))
        qtbot.wait(600)
        stage.window.grab().save(f"/tmp/pic-form-{theme}-{scale}.png")
        m = next(iter(page.file.written.keys(("moments",))))
        r = next(iter(page.file.written.keys(("moments", m, "responses"))))
        page.file.go_to(("moments", m, "responses", r))
        qtbot.wait(300)
        stage.window.grab().save(f"/tmp/pic-form2-{theme}-{scale}.png")
        page.file.go_to(())
        qtbot.wait(300)
        stage.window.grab().save(f"/tmp/pic-form3-{theme}-{scale}.png")
