// 随机的故事，讲给单一窗口和参照模型听。 Random stories, told to a single window and to a model of it.
import { runModel } from "@single-window/testkit/model"

const { runs, done, failure } = await runModel({ runs: 5, commands: 20, seed: 1 })
console.log(runs, "stories,", Object.keys(done).length, "kinds of steps")
console.log(failure?.scenario ?? "part nowhere")
