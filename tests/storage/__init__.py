import pytest

for _part in ("courses", "beside", "remarks", "questions", "soundness"):
    pytest.register_assert_rewrite(f"tests.storage.contract_{_part}")
