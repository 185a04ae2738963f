// Reads a TrainingJob, changes its number of instances, and prints it.
//
//     ResizeJob job.yaml 4 > larger.yaml
//
// If the manifest is invalid, or if the API server would reject the changed job, the errors are
// printed to standard error, and the exit code is 1.

import CRDManifests
import CRDRuntime
import CRDValidation
import Foundation
import SageMaker

func printError(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let path = arguments.first, let count = arguments.last.flatMap(Int.init)
else {
    printError("usage: ResizeJob FILE COUNT")
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
    printError("\(error)")
    exit(1)
}
