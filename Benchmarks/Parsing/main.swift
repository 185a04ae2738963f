// What parsing costs, against libyaml's own event loop over the same bytes.
//
//     swift run -c release parsing-benchmark FOLDER    every .yaml file below FOLDER
//
// Prints the CPU time of the best of several rounds of each, MB/s, and the ratio. Run it once more
// without `-c release` for the debug figures.
import BenchmarkSupport
import CRDLibYAML
import CRDYAML
import Foundation

func cpuSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func seconds(_ work: () -> Void) -> Double {
    let start = cpuSeconds()
    work()
    return cpuSeconds() - start
}

guard CommandLine.arguments.count == 2 else {
    print("usage: parsing-benchmark FOLDER")
    exit(2)
}
let folder = CommandLine.arguments[1]
let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
let texts = paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap {
    FileManager.default.contents(atPath: "\(folder)/\($0)").map { [UInt8]($0) }
}
let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1e6
guard megabytes > 0 else {
    print("no .yaml files below \(folder)")
    exit(2)
}

var events = Double.infinity
var nodes = Double.infinity
var failures = 0
for _ in 0..<7 {
    events = min(events, seconds { for text in texts { readEvents(text) } })
    failures = 0
    nodes = min(
        nodes,
        seconds {
            for text in texts where (try? Node.parse(text, file: "-")) == nil { failures += 1 }
        }
    )
}

func line(_ name: String, _ time: Double) -> String {
    let speed = (megabytes / time).rounded(1)
    return "\(name): \(time.rounded(4)) s CPU, \(speed) MB/s"
}
print("\(texts.count) files, \(megabytes.rounded(1)) MB")
print(line("libyaml's events", events))
print(line("Node.parse", nodes))
print("ratio: \((nodes / events).rounded(2))")
print("texts that do not parse: \(failures)")
