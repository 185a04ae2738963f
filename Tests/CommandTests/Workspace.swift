import Foundation

/// A temporary folder to run the built programs in.
struct Workspace {
    /// What a program printed and how it ended.
    struct Result {
        /// Standard output.
        let output: String
        /// Standard error.
        let errors: String
        /// The exit code.
        let status: Int32
    }

    private let folder: URL

    /// Runs a test in a folder of its own, which is gone afterwards.
    static func with(_ test: (Workspace) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try test(Workspace(folder: folder))
    }

    /// Writes a file.
    func write(_ path: String, _ text: String) throws {
        let url = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    /// Returns the absolute path of a file, for other programs.
    func path(_ path: String) -> String {
        folder.appending(path: path).path
    }

    /// Reads a file.
    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    /// Removes a file or a folder.
    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: path))
    }

    /// The paths of the files below, hidden ones too, sorted.
    func files(_ path: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: path).path)
            .filter { $0.split(separator: "/").last?.contains(".") == true }
            .sorted()
    }

    /// Sets the time of a file far back, so that a change of it shows.
    func makeOld(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)],
            ofItemAtPath: folder.appending(path: path).path
        )
    }

    /// Whether a file has kept the time that ``makeOld(_:)`` gave it.
    func isOld(_ path: String) throws -> Bool {
        let path = folder.appending(path: path).path
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        return date as? Date == Date(timeIntervalSince1970: 0)
    }

    /// Runs a program of this package in the folder, with some variables set besides those of the
    /// tests.
    func run(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> Result {
        try run(Self.products.appending(path: program), arguments, environment: environment)
    }

    /// Runs a program that is in the folder.
    func execute(_ program: String, _ arguments: [String] = []) throws -> Result {
        try run(folder.appending(path: program), arguments)
    }

    /// Where this package is built.
    static var products: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }

    /// Runs any program in the folder.
    func run(
        _ program: URL,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> Result {
        try RunningProgram(program, arguments, environment, in: folder).result()
    }

    /// Starts a program of this package in the folder.
    func start(_ program: String, _ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(Self.products.appending(path: program), arguments, [:], in: folder)
    }

    /// Runs a command of the shell in the folder, with the programs of this package in its `PATH`.
    func shell(_ command: String, environment: [String: String] = [:]) throws -> Result {
        try start(shell: command, environment: environment).result()
    }

    /// Starts a command of the shell as ``shell(_:environment:)`` does; the last of several is the
    /// process that signals go to.
    func start(shell command: String, environment: [String: String] = [:]) throws -> RunningProgram
    {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let variables = ["PATH": "\(Self.products.path):\(path)"]
        return try RunningProgram(
            URL(filePath: "/bin/sh"),
            ["-c", command],
            variables.merging(environment) { $1 },
            in: folder
        )
    }

    /// Where a file or a folder is.
    func url(_ path: String) -> URL { folder.appending(path: path) }

    /// Whether there is a file or a folder.
    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: path).path)
    }
}

/// A CRD of group `example.com`, version `v1`, without attributes of its own, whose description has
/// as many letters as wanted.
func crd(_ kind: String, scope: String = "Namespaced", description: Int = 0) -> String {
    let name = kind.lowercased()
    let words = String(repeating: "word ", count: description / 5)
    let described = description == 0 ? "" : ", description: \(words)"
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: \(name)s.example.com}
        spec:
          group: example.com
          scope: \(scope)
          names: {kind: \(kind), listKind: \(kind)List, plural: \(name)s, singular: \(name)}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object\(described)}}

        """
}

/// A CRD with a schema of `spec`, in YAML's flow style without its brackets and type.
func crd(_ kind: String, spec: String) -> String {
    crd(kind).replacing(
        "{openAPIV3Schema: {type: object}}",
        with: "{openAPIV3Schema: {type: object, properties: {spec: {type: object, \(spec)}}}}"
    )
}
