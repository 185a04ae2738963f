import Foundation
import Testing

/// All tests of the plugins, one after the other, as they share a package.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct PluginTests {}

extension PluginTests {
    /// What `swift build` notices and what it says.
    @Suite struct BuildPluginTests {
        private let package: AdopterPackage

        init() throws {
            package = try AdopterPackage()
        }

        /// Builds, and fails the test if that does not work.
        @discardableResult
        private func build() throws -> String {
            let result = try package.build()
            try #require(result.status == 0, "\(result.output)")
            return result.output
        }

        @Test func `a changed CRD gives its new attribute, in its own module only`() throws {
            try build()
            // After another command SwiftPM links the tool once more, and then runs it on all.
            try build()
            try package.write(
                "crds/circles.yaml",
                AdopterPackage.crd("Circle", attributes: ["colour", "radius"])
            )
            try package.write(
                "Sources/Shapes/Shapes.swift",
                "let colour = Circle.Spec(colour: \"red\").colour"
            )
            let output = try build()
            #expect(output.contains("Generating the Swift types of Shapes"))
            #expect(!output.contains("Generating the Swift types of Tools"))
        }

        @Test func `only the Swift of the changed CRD is compiled again`() throws {
            try build()
            try build()
            let before = try package.objects(of: "Shapes")
            let crd = try package.text("crds/circles.yaml")
            let described = crd.replacingOccurrences(
                of: "{type: string}",
                with: "{type: string, description: In metres.}"
            )
            try package.write("crds/circles.yaml", described)
            try build()
            let after = try package.objects(of: "Shapes")
            #expect(after.keys.sorted() == before.keys.sorted())
            #expect(after.keys.filter { after[$0] != before[$0] } == ["circles.crd.swift.o"])
        }

        @Test func `CRDs share a type until one of them changes it`() throws {
            for (name, kind) in [("circles", "Circle"), ("squares", "Square")] {
                let crd = AdopterPackage.crd(kind, attributes: ["size"])
                try package.write("crds/\(name).yaml", crd)
            }
            let use = "let spec: Circle.Spec = Square.Spec(size: \"1\")"
            try package.write("Sources/Shapes/Shapes.swift", use)
            try build()
            let circles = "\(package.compiled("Shapes"))/circles.crd.swift"
            let squares = "\(package.compiled("Shapes"))/squares.crd.swift"
            let before = try package.text(circles)
            #expect(
                try package.text(squares).contains(
                    "public typealias Spec = ShapesExampleCom.V1.Circle.Spec"
                )
            )
            try package.write("crds/squares.yaml", AdopterPackage.crd("Square", attributes: ["x"]))
            #expect(try package.build().status != 0)
            #expect(try package.text(circles) == before)
            try package.write("Sources/Shapes/Shapes.swift", "let spec = Square.Spec(x: \"1\")")
            try build()
            #expect(try package.text(squares).contains("public struct Spec: FieldStruct {"))
            // Without the CRD that declares the type, the other one does.
            let crd = AdopterPackage.crd("Square", attributes: ["size"])
            try package.write("crds/squares.yaml", crd)
            try package.remove("crds/circles.yaml")
            try package.write("Sources/Shapes/Shapes.swift", "let spec = Square.Spec(size: \"1\")")
            try build()
            #expect(try package.text(squares).contains("public struct Spec: FieldStruct {"))
        }

        @Test func `an added CRD gives its type`() throws {
            let kinds = [
                "crds/triangles.yaml": "Triangle", "crds/far down/hexagons.json": "Hexagon",
                "crds/My Shapes.YAML": "Octagon",
            ]
            try build()
            for (path, kind) in kinds {
                try package.write(path, AdopterPackage.crd(kind, attributes: ["height"]))
            }
            let uses = kinds.values.map { "let made\($0) = \($0).Spec(height: \"1\")\n" }
            try package.write("Sources/Shapes/Shapes.swift", uses.joined())
            try build()
            for path in kinds.keys { try package.remove(path) }
            let result = try package.build()
            for kind in kinds.values {
                #expect(result.output.contains("error: cannot find '\(kind)' in scope"))
            }
        }

        @Test func `a link to a folder is watched as a folder is`() throws {
            try package.linkFolder(of: "Shapes")
            try package.write(
                "Package.swift",
                package.text("Package.swift").replacingOccurrences(
                    of: #"name: "Shapes", dependencies: [runtime],"#,
                    with: #"name: "Shapes", dependencies: [runtime], exclude: ["crds"],"#
                )
            )
            try build()
            let crd = AdopterPackage.crd("Triangle", attributes: ["height"])
            try package.write("crds/triangles.yaml", crd)
            try package.write("Sources/Shapes/Shapes.swift", "let type = Triangle.self")
            try build()
            try package.remove("crds/triangles.yaml")
            try package.write("Sources/Shapes/Shapes.swift", "let type = Square.self")
            try build()
        }

        @Test func `targets may have the names of well-known modules`() throws {
            let names = ["CEL", "Files", "LibYAML", "RoundTrip", "TestSupport", "YAML"]
            for name in names { try package.write("Sources/\(name)/\(name).swift", "") }
            let targets = names.map { ".target(name: \"\($0)\")" }.joined(separator: ", ")
            let dependencies = names.map { "\"\($0)\"" }.joined(separator: ", ")
            try package.write(
                "Package.swift",
                package.text("Package.swift").replacingOccurrences(
                    of: #".target(name: "Shapes", dependencies: [runtime],"#,
                    with: """
                        \(targets),
                        .target(name: "Shapes", dependencies: [runtime, \(dependencies)],
                        """
                )
            )
            let imports = names.map { "import \($0)\n" }.joined()
            try package.write("Sources/Shapes/Shapes.swift", imports + "let type = Circle.self")
            try build()
        }

        @Test func `a release build has the same types`() throws {
            try package.write("Sources/Shapes/Shapes.swift", "let type = Circle.self")
            let result = try package.build(["--configuration", "release"])
            #expect(result.status == 0, "\(result.output)")
        }

        @Test func `the build system 'swiftbuild' notices what is added and removed`() throws {
            let path = "crds/triangles.yaml"
            for (isThere, type) in [(false, "Circle"), (true, "Triangle"), (false, "Square")] {
                if isThere {
                    let crd = AdopterPackage.crd("Triangle", attributes: ["height"])
                    try package.write(path, crd)
                } else {
                    try? package.remove(path)  // at first there is none
                }
                try package.write("Sources/Shapes/Shapes.swift", "let type = \(type).self")
                let result = try buildWithSwiftBuild { $0.status == 0 }
                #expect(result.status == 0, "\(result.output)")
            }
            try package.write("Sources/Shapes/Shapes.swift", "let type = Triangle.self")
            let error = "error: cannot find 'Triangle' in scope"
            let result = try buildWithSwiftBuild { $0.output.contains(error) }
            #expect(result.output.contains(error), "\(result.output)")
        }

        /// Builds with `swiftbuild`, once more if the result is not the expected one.
        ///
        /// SwiftPM 6.3 has `swiftbuild` as a preview. One of these builds failed once, and not again in
        /// about sixty repetitions with the same files; the cause was not found.
        private func buildWithSwiftBuild(
            until isExpected: (AdopterPackage.Result) -> Bool
        ) throws -> AdopterPackage.Result {
            let arguments = ["--build-system", "swiftbuild"]
            let result = try package.build(arguments)
            if isExpected(result) { return result }
            print("'swiftbuild' is tried again after:\n\(result.output)")
            return try package.build(arguments)
        }

        @Test func `a CRD added to a folder that is no link gives its type`() throws {
            try build()
            try package.write(
                "Sources/Tools/crds/saws.yaml",
                AdopterPackage.crd("Saw", attributes: ["teeth"])
            )
            try package.write("Sources/Tools/Tools.swift", "let spec = Saw.Spec(teeth: \"5\")")
            try build()
        }

        @Test func `the type of a removed CRD is gone, and the rest builds`() throws {
            try build()
            try package.remove("crds/squares.yaml")
            try package.remove("Sources/Tools/crds/hammers.yml")
            try build()
            // Without the file, the compiler would build the whole module.
            let squares = try package.text("\(package.compiled("Shapes"))/squares.crd.swift")
            #expect(squares.hasSuffix(" for a CRD that was removed. Do not edit.\n"))
            try package.write("Sources/Shapes/Shapes.swift", "let spec: Square.Spec? = nil")
            let result = try package.build()
            #expect(result.output.contains("error: cannot find type 'Square' in scope"))
        }

        @Test func `a configuration that is added, changed or removed renames the group`() throws {
            let uses = ["Forms.V1.Circle", "Figures.V1.Circle", "ShapesExampleCom.V1.Circle"]
            try build()
            for (name, use) in zip(["Forms", "Figures", nil], uses) {
                if let name {
                    let configuration = "groups: {shapes.example.com: \(name)}\n"
                    try package.write("crds/crdgen.yaml", configuration)
                } else {
                    try package.remove("crds/crdgen.yaml")
                }
                try package.write("Sources/Shapes/Shapes.swift", "let type = \(use).self")
                try build()
            }
        }

        @Test func `a build without changes generates nothing`() throws {
            try build()
            try build()
            #expect(try !build().contains("Generating"))
        }
    }
}

// MARK: - Faults

extension PluginTests.BuildPluginTests {
    @Test func `a broken CRD is one error, with its line`() throws {
        let crd = AdopterPackage.crd("Circle", attributes: ["radius"])
        try package.write(
            "crds/circles.yaml",
            crd.replacingOccurrences(of: "scope: Namespaced", with: "scope: Everywhere")
        )
        let result = try package.build()
        #expect(result.status != 0)
        let place = package.folder.appending(path: "crds/circles.yaml").path + ":6:10"
        #expect(result.errors.count == 1, "\(result.output)")
        #expect(result.errors.first?.hasPrefix("\(place): error: ") == true, "\(result.output)")
    }

    @Test func `a mistake in the configuration is said once`() throws {
        try package.write("crds/crdgen.yaml", "grups: {}\n")
        let result = try package.build()
        let path = package.folder.appending(path: "crds/crdgen.yaml").path
        #expect(result.errors.count == 1, "\(result.output)")
        let message = "\(path):1:1: error: unknown key 'grups', did you mean 'groups'?"
        #expect(result.errors.first?.hasPrefix(message) == true, "\(result.output)")
    }

    @Test func `a configuration with another name or place is reported`() throws {
        try package.write("crds/crdgen.yml", "access: internal\n")
        let file = package.folder.appending(path: "crds/crdgen.yml").path
        let message = "'\(file)' is not read, because a configuration must be named 'crdgen.yaml'"
        let named = try package.build()
        #expect(named.status != 0)
        #expect(named.output.contains("error: \(message); rename it"), "\(named.output)")
        try package.remove("crds/crdgen.yml")
        try package.write("crdgen.yaml", "access: internal\n")
        let folder = package.folder.path
        let beside = try package.build()
        #expect(beside.status == 0)
        let warning =
            "warning: '\(folder)/crdgen.yaml' has no effect, because it is not in the folder "
            + "'\(folder)/crds'; move it there"
        #expect(beside.output.contains(warning), "\(beside.output)")
    }

    @Test(arguments: ["crds/tri\"angle.yaml", "crds/tri\\angle.yaml", "crds/a\"b/triangle.yaml"])
    func `a file whose path SwiftPM cannot handle is named`(path: String) throws {
        try package.write(path, AdopterPackage.crd("Triangle", attributes: []))
        let result = try package.build()
        let file = package.folder.appending(path: path).path
        #expect(result.status != 0)
        #expect(
            result.output.contains("error: '\(file)' has a '\"' or a '\\' in its path"),
            "\(result.output)"
        )
    }

    @Test(
        arguments: [
            ("crds/deep/Circles.yml", "would be written to 'Circles.crd.swift', like "),
            ("crds/namespaces.yaml", "would be written to 'Namespaces.crd.swift', which "),
        ]
    )
    func `a file whose Swift would replace another's is an error`(
        path: String,
        message: String
    ) throws {
        try package.write(path, AdopterPackage.crd("Triangle", attributes: []))
        let result = try package.build()
        #expect(result.status != 0)
        #expect(result.output.contains(message), "\(result.output)")
    }

    @Test func `each fault of a CRD is one error`() throws {
        let crd = AdopterPackage.crd("Circle", attributes: ["radius"])
            .replacingOccurrences(of: "group: shapes.example.com", with: "group: 1")
            .replacingOccurrences(of: "scope: Namespaced", with: "scope: Everywhere")
        try package.write("crds/circles.yaml", crd)
        let result = try package.build()
        let path = package.folder.appending(path: "crds/circles.yaml").path
        #expect(result.errors.count == 2, "\(result.output)")
        for (error, place) in zip(result.errors, ["5:10", "6:10"]) {
            #expect(error.hasPrefix("\(path):\(place): error: "), "\(result.output)")
        }
    }

    @Test func `a target without CRDs is told where they belong`() throws {
        try package.remove("Sources/Tools/crds")
        try package.remove("crds")
        let result = try package.build()
        #expect(result.status != 0)
        let path = package.folder.appending(path: "Sources/Tools/crds").path
        let shared = package.folder.appending(path: "crds").path
        #expect(
            result.errors.contains {
                $0.hasSuffix(
                    "error: target 'Tools' has no CRDs; put them into the folder '\(path)', make it "
                        + "a symbolic link to the folder with the CRDs, or put them into "
                        + "'\(shared)'"
                )
            },
            "\(result.output)"
        )
    }

    @Test func `a folder without files of CRDs is told of`() throws {
        try package.remove("Sources/Tools/crds/hammers.yml")
        try package.write("Sources/Tools/crds/hammers.yml.bak", "")
        let result = try package.build()
        let path = package.folder.appending(path: "Sources/Tools/crds").path
        let message =
            "warning: target 'Tools' has no CRDs; expected files in '\(path)' that end in '.yaml', "
            + "'.yml', or '.json'"
        #expect(result.output.contains(message), "\(result.output)")
    }

    @Test func `a file without CRDs is told of`() throws {
        try package.write("crds/empty.yaml", "# nothing\n")
        let result = try package.build()
        let path = package.folder.appending(path: "crds/empty.yaml").path
        let message =
            "\(path): warning: no CustomResourceDefinition found, so no types are "
            + "generated"
        #expect(result.output.contains(message), "\(result.output)")
    }

    @Test func `a target that does not depend on the runtime is told so`() throws {
        try package.write(
            "Package.swift",
            package.text("Package.swift").replacingOccurrences(
                of: #"name: "Tools", dependencies: [runtime],"#,
                with: #"name: "Tools","#
            )
        )
        let result = try package.build()
        #expect(
            result.errors.contains {
                $0.hasSuffix(
                    "target 'Tools' does not depend on 'CRDRuntime', which generated types import; "
                        + "add '.product(name: \"CRDRuntime\", package: \"swift-crd-generator\")' "
                        + "to its dependencies"
                )
            },
            "\(result.output)"
        )
    }

    @Test func `without libyaml the compiler says what to install`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let map = root.standardizedFileURL.appending(path: "Sources/CCRDLibYAML/module.modulemap")
            .path
        try package.write("NoLibYAML.swift", "import CCRDLibYAML\n")
        // Without the system's folders of headers there is no 'yaml.h'.
        let result = try package.run([
            "swiftc", "-typecheck", "-parse-stdlib", "-Xcc", "-nostdinc", "-Xcc",
            "-fmodule-map-file=\(map)", "-module-cache-path", ".build/NoLibYAML",
            "NoLibYAML.swift",
        ])
        #expect(result.status != 0)
        #expect(
            result.errors.contains {
                $0.contains(
                    "error: \"libyaml is not installed: run 'apt-get install libyaml-dev' (Debian, "
                        + "Ubuntu), 'dnf install libyaml-devel' (Fedora) or 'brew install libyaml' "
                        + "(macOS), then build again\""
                )
            },
            "\(result.output)"
        )
    }
}
