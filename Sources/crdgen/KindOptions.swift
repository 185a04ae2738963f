import ArgumentParser
import CRDCatalog
import CRDInspection
import CRDYAML

/// The options for the CRDs or OpenAPI documents whose kinds a command lists or searches.
struct KindOptions: ParsableArguments {
    @OptionGroup private var sources: SourceOptions

    @Option(
        name: .customLong("openapi"),
        help: ArgumentHelp(
            "An OpenAPI document of a cluster that is read instead of CRDs, or a folder; "
                + "can be repeated.",
            valueName: "path"
        ),
        completion: .file(extensions: ["json"])
    )
    private var openAPI: [String] = []

    /// Whether OpenAPI documents are searched.
    var hasDocuments: Bool { !openAPI.isEmpty }

    func validate() throws {
        if hasDocuments, !sources.crds.isEmpty {
            throw ValidationError("'--openapi' and '--crds' exclude each other")
        }
        try requireOneStandardInput()
    }

    /// Checks the paths for a second `-`.
    ///
    /// - Parameter more: Paths from arguments.
    /// - Throws: `ValidationError` if standard input would be read twice.
    func requireOneStandardInput(besides more: [String] = []) throws(ValidationError) {
        try CRDSource.requireOneStandardInput(in: more + sources.crds + openAPI)
    }

    /// Returns the list of the kinds of the CRDs; see ``SourceOptions/listing(_:isCounting:)``.
    func listing(
        _ paths: [String],
        isCounting: Bool
    ) async throws -> (listing: ResourceListing, isWhole: Bool) {
        try await sources.listing(paths, isCounting: isCounting)
    }

    /// Returns the list of the kinds of the documents.
    ///
    /// Errors in documents are printed.
    ///
    /// - Returns: The kinds of the documents that can be read, and whether these are all documents.
    /// - Throws: `Diagnostic` if there are no kinds; `ExitCode.failure` if that is because of errors.
    func documentListing() throws -> (listing: OpenAPIListing, isWhole: Bool) {
        var documents = OpenAPIDocuments()
        var errors: [Diagnostic] = []
        for path in openAPI {
            do throws(Diagnostic) {
                documents.add(contentsOf: try OpenAPIDocuments(at: [path]))
            } catch {
                errors.append(error)
            }
        }
        StandardError.print(errors)
        let listing = OpenAPIListing(documents)
        if listing.isEmpty {
            if !errors.isEmpty { throw ExitCode.failure }
            let message = "found no kinds of objects that can be created"
            throw Diagnostic(.error, message, file: openAPI.first)
        }
        return (listing, errors.isEmpty)
    }

    /// Returns a kind.
    ///
    /// - Parameter kind: A name of the kind.
    /// - Returns: The kinds that have the name, and whether all CRDs, or all
    ///   definitions of the kind, could be read.
    /// - Throws: `Diagnostic` if a path or a configuration cannot be read, or if no document has the
    ///   kind.
    func catalog(ofKind kind: String) throws -> (catalog: ResourceCatalog, isWhole: Bool) {
        if !hasDocuments { return try sources.catalog(ofKind: kind) }
        var errors: [Diagnostic] = []
        let documents = try OpenAPIDocuments(at: openAPI)
        let catalog = try ResourceCatalog(of: kind, in: documents, &errors)
        StandardError.print(errors)
        return (catalog, errors.isEmpty)
    }
}
