import ArgumentParser
import CRDCatalog
import CRDGeneratorCore
import CRDYAML
import Foundation

/// The options for the OpenAPI documents that a command reads.
struct OpenAPIOptions: ParsableArguments {
    @Option(
        name: .customLong("openapi"),
        help: ArgumentHelp(
            "An OpenAPI document of a cluster, for kinds without a CRD, or a folder; can be repeated.",
            discussion: """
                The output of 'kubectl get --raw /openapi/v3/apis/apps/v1', or of '/openapi/v2'. \
                Files ending in '.openapi' in the folders of CRDs, which 'crdgen add --openapi' \
                writes, are always read.
                """,
            valueName: "path"
        ),
        completion: .file(extensions: ["json", DocumentExcerpt.fileExtension])
    )
    var openAPI: [String] = []

    /// Returns the documents of the option, followed by others.
    ///
    /// - Parameter others: The documents in folders of CRDs.
    /// - Returns: The documents.
    /// - Throws: `Diagnostic` if a document cannot be read, or if a folder of the option has none.
    func documents(before others: OpenAPIDocuments) throws(Diagnostic) -> OpenAPIDocuments {
        var documents = try OpenAPIDocuments(at: openAPI)
        documents.add(contentsOf: others)
        return documents
    }
}

extension OpenAPIDocuments {
    /// Reads the documents of files and folders.
    ///
    /// - Throws: `Diagnostic` if a document cannot be read, or if a folder has none.
    init(at paths: [String]) throws(Diagnostic) {
        self.init()
        for path in paths {
            switch CRDSource(path) {
            case .folder(let folder): try add(contentsOf: folder)
            case let source:
                for input in try source.inputs() { try add(input) }
            }
        }
    }

    /// Adds the documents of a folder, which can also have the list of all documents, and files of
    /// other programs.
    ///
    /// - Throws: `Diagnostic` if there are none, or if one cannot be read.
    fileprivate mutating func add(contentsOf folder: CRDFolder) throws(Diagnostic) {
        var documents = OpenAPIDocuments()
        for input in try folder.files() {
            // Other files in the folder are not for this command.
            if let found = try OpenAPIDocuments(ifPresentIn: input) {
                documents.add(contentsOf: found)
            }
        }
        for input in try folder.openAPIFiles() { try documents.add(input) }
        if documents.isEmpty {
            throw Diagnostic(.error, "no OpenAPI document found", file: folder.path)
        }
        add(contentsOf: documents)
    }

    /// Adds the documents that `crdgen add --openapi` has written to a folder of CRDs.
    ///
    /// - Returns: Whether there are any.
    mutating func add(_ source: CRDSource) throws(Diagnostic) -> Bool {
        guard case .folder(let folder) = source else { return false }
        let inputs = try folder.openAPIFiles()
        for input in inputs { try add(input) }
        return !inputs.isEmpty
    }
}

extension CRDFolder {
    /// Reads the OpenAPI documents at any depth, sorted by path, without hidden files.
    func openAPIFiles() throws(Diagnostic) -> [Generator.Input] {
        try files(endingIn: [DocumentExcerpt.fileExtension])
    }
}
