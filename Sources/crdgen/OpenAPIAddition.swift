import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDYAML
import Foundation

/// The excerpts of the OpenAPI documents of a file that are added to a folder of CRDs, so that
/// manifests can be validated without the documents.
struct OpenAPIAddition {
    private let excerpts: [DocumentExcerpt]
    private let folder: CRDFolder

    /// Plans the addition of some kinds; nothing is written.
    ///
    /// Kinds that an earlier excerpt has are kept.
    ///
    /// - Parameters:
    ///   - path: The path of the file with the documents, or `-`.
    ///   - kinds: The names of the kinds; if it is empty, all kinds.
    ///   - folder: The folder.
    /// - Throws: `Diagnostic` if a document can't be read, or if none has a kind;
    ///   `ExitCode.failure` if definitions of the kinds have errors, after printing them.
    init(
        _ path: String,
        kinds: [String],
        to folder: CRDFolder
    ) throws {
        let source = CRDSource(path)
        if case .folder(let folder) = source {
            let message = "is a folder, expected a file; pass the path of an OpenAPI document"
            throw Diagnostic(.error, message, file: folder.path)
        }
        let documents = try OpenAPIDocuments(try source.inputs()[0])
        var errors: [Diagnostic] = []
        excerpts = try documents.excerpts(of: kinds, &errors) { name throws(Diagnostic) in
            try Self.kinds(in: "\(folder.path)/\(name)")
        }
        StandardError.print(errors.inFileOrder())
        if !errors.isEmpty { throw ExitCode.failure }
        if excerpts.isEmpty {
            throw Diagnostic(.error, "has no kinds of objects that can be created", file: path)
        }
        self.folder = folder
    }

    /// Returns the kinds in an earlier excerpt; empty if there is none.
    ///
    /// - Throws: `Diagnostic` if it cannot be read, because its kinds would be lost.
    private static func kinds(in path: String) throws(Diagnostic) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try OpenAPIDocuments(try Generator.Input(contentsOf: path)).kindNames
    }

    /// Writes the excerpts, and prints a line for each.
    ///
    /// - Throws: `ExitCode.failure` if a file cannot be written, after printing the error.
    func write() throws {
        let output = OutputFolder(path: folder.path)
        let changes = excerpts.map { output.change($0.fileName, to: $0.text) }
        try output.apply(changes) { change in
            let excerpt = excerpts.first { $0.fileName == change.path }
            let kinds = excerpt.map { "\($0.apiVersion): \($0.kinds.joined(separator: ", "))" }
            return "\(change.word)  \(folder.path)/\(change.path)  \(kinds ?? "")"
        }
        try StandardOutput.print(summary: "next: crdgen validate MANIFESTS --crds \(folder.path)")
    }
}

extension Change {
    fileprivate var word: String {
        switch kind {
        case .same: "unchanged"
        case .missing: "added    "
        case .different, .unused: "replaced "
        }
    }
}
