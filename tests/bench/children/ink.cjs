// Plays story.ink at random for a number of steps and tells the CPU seconds of one.
const { Compiler } = require("inkjs/full");
const fs = require("fs");

const story = new Compiler(fs.readFileSync("story.ink", "utf-8")).Compile();
let seed = 7;
const pick = (count) => (seed = (seed * 1103515245 + 12345) % 2147483648) % count;
const play = (steps) => {
  for (let step = 0; step < steps; step++) {
    while (story.canContinue) story.Continue();
    story.ChooseChoiceIndex(pick(story.currentChoices.length));
  }
};
const steps = Number(process.argv[2]);
play(steps);
const before = process.cpuUsage();
play(steps);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ seconds_a_step: (used.user + used.system) / 1e6 / steps }));
