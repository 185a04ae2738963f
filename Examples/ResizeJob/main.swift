// Reads a TrainingJob, gives it a number of instances, and prints it.
//
//     ResizeJob job.yaml 4 > larger.yaml
//
// What is wrong with the manifest, or would be refused by the API server after the change, goes to
// standard error; the exit code is then 1.

import CRDManifests
import CRDRuntime
import Foundation
import SageMaker

func complain(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let path = arguments.first, let count = arguments.last.flatMap(Int.init)
else {
    complain("usage: ResizeJob FILE COUNT")
    exit(2)
}

do {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var job = try TrainingJob(yaml: text, file: path)
    job.spec?.resource_config.instance_count = count
    job.metadata.annotations = ["example.com/resized": "yes"]
    try job.validate()
    print(try job.yaml, terminator: "")
} catch {
    complain("\(error)")
    exit(1)
}
