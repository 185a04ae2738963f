import Foundation
import Testing

/// All tests of the plugins, one after the other, as they share a package.
@Suite(.serialized, .timeLimit(.minutes(5)))
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

        @Test func `a changed CRD gives its new attribute, and nothing else is generated again`()
            throws
        {
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
            #expect(output.contains("Generating circles.crd.swift"))
            #expect(!output.contains("Generating squares.crd.swift"))
            #expect(!output.contains("Generating hammers.crd.swift"))
        }

        @Test(arguments: ["crds/triangles.yaml", "crds/far down/triangles.json"])
        func `an added CRD gives its type`(path: String) throws {
            try build()
            try package.write(path, AdopterPackage.crd("Triangle", attributes: ["height"]))
            let use = "let spec = Triangle.Spec(height: \"1\")"
            try package.write("Sources/Shapes/Shapes.swift", use)
            try build()
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
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.hasPrefix("\(place): error: ") == true, "\(result.output)")
    }

    @Test func `a mistake in the configuration is said once`() throws {
        try package.write("crds/crdgen.yaml", "grups: {}\n")
        let result = try package.build()
        let path = package.folder.appending(path: "crds/crdgen.yaml").path
        #expect(result.errors.count == 1)
        let message = "\(path):1:1: error: unknown key 'grups', did you mean 'groups'?"
        #expect(result.errors.first?.hasPrefix(message) == true, "\(result.output)")
    }

    @Test(
        arguments: [
            ("crds/deep/Circles.yml", "would be written to 'Circles.crd.swift' like "),
            ("crds/namespaces.yaml", "would be written to 'Namespaces.crd.swift', where "),
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

    @Test func `a target without CRDs is told where they belong`() throws {
        try package.remove("Sources/Tools/crds")
        let result = try package.build()
        #expect(result.status != 0)
        let path = package.folder.appending(path: "Sources/Tools/crds").path
        #expect(
            result.errors.contains {
                $0.hasSuffix(
                    "error: target 'Tools' has no CRDs: put them into the folder '\(path)', or "
                        + "make that a symbolic link to the folder that they are in"
                )
            },
            "\(result.output)"
        )
    }
}
