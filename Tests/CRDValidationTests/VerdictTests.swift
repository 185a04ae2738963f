import CRDLibYAML
import CRDParsing
import CRDRuntime
import CRDValidation
import CRDYAML
import Foundation
import TestSupport
import Testing

/// Every response of a real API server must be ours.
///
/// With each table stands the number of lines that are compared.
struct VerdictTests {
    @Test(arguments: [
        ("kitchen.jsonl", 308), ("kitchen-gen.jsonl", 337), ("trainingjobs.jsonl", 28),
        ("formats.jsonl", 1711), ("badcrds.jsonl", 35),
    ])
    func `a request gets the response of the API server`(file: String, count: Int) throws {
        try compare(file, count: count)
    }

    @Test(
        .enabled(if: SharedFolder.has("verdicts"), "needs ../shared/verdicts"),
        arguments: [
            ("structural.jsonl", 2886), ("update.jsonl", 560), ("openshift.jsonl", 1097),
            ("cel.jsonl", 2399),
        ]
    )
    func `a request about a published CRD gets the response of the API server`(
        file: String,
        count: Int
    ) throws {
        try compare(file, count: count)
    }

    private func compare(_ file: String, count: Int) throws {
        var validators = VerdictValidators()
        var differences: [String] = []
        var compared = 0
        for line in try VerdictLine.lines(of: file) {
            if line.text("kind") == "crd" {
                if let crd = line.value["crd"] { try? validators.add(crd, as: line.text("id")) }
                continue
            }
            let validator = try validators.validator(of: line)
            let original = try validators.originalValidator(of: line)
            guard let answer = try Answer(to: line, from: validator, original: original) else {
                continue
            }
            compared += 1
            if let difference = answer.difference(from: line) {
                differences.append("\(line.place): \(difference)")
            }
        }
        #expect(compared == count)
        let first = differences.prefix(5).joined(separator: "\n")
        #expect(differences.isEmpty, "\(differences.count) of \(compared) lines differ:\n\(first)")
    }
}
