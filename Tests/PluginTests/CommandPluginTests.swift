import Foundation
import Testing

extension PluginTests {
    /// What `generate-crds` writes and `check-crds` finds.
    @Suite struct CommandPluginTests {
        private let package: AdopterPackage

        init() throws {
            package = try AdopterPackage()
            let result = try package.generate()
            try #require(result.status == 0, "\(result.output)")
        }

        @Test func `what is written is what the build compiles`() throws {
            let result = try package.build()
            try #require(result.status == 0, "\(result.output)")
            let files = try package.files("Generated")
            #expect(
                files == [
                    "Shapes/Namespaces.crd.swift", "Shapes/circles.crd.swift",
                    "Shapes/docs/README.md",
                    "Shapes/docs/shapes_example_com_circle_v1.md",
                    "Shapes/docs/shapes_example_com_square_v1.md", "Shapes/squares.crd.swift",
                    "Tools/Namespaces.crd.swift", "Tools/docs/README.md",
                    "Tools/docs/shapes_example_com_hammer_v1.md", "Tools/hammers.crd.swift",
                ]
            )
            for file in files where file.hasSuffix(".swift") {
                let parts = file.split(separator: "/").map(String.init)
                let compiled = try package.text("\(package.compiled(parts[0]))/\(parts[1])")
                #expect(try package.text("Generated/\(file)") == compiled)
            }
        }

        @Test func `what was written passes the check`() throws {
            let result = try package.check()
            #expect(result.status == 0)
            #expect(result.output.contains("'Generated' is up to date"))
        }

        @Test func `without a folder of the result, the CRDs are checked alone`() throws {
            try package.remove("Generated")
            let valid = try package.check()
            #expect(valid.status == 0, "\(valid.output)")
            #expect(valid.output.contains("no errors; not compared with generated files"))
            let text = AdopterPackage.crd("Circle", attributes: ["colour"])
            let invalid = text.replacingOccurrences(of: "scope: Namespaced", with: "scope: Here")
            try #require(invalid != text)
            try package.write("crds/circles.yaml", invalid)
            let result = try package.check()
            #expect(result.status == 1)
            #expect(result.output.contains("spec.scope: Unsupported value"))
        }

        @Test func `the check names each file that is not what the CRDs give`() throws {
            let page = "Generated/Tools/docs/shapes_example_com_hammer_v1.md"
            try package.remove("crds/squares.yaml")
            try package.remove(page)
            try package.write(
                "crds/circles.yaml",
                AdopterPackage.crd("Circle", attributes: ["colour", "radius"])
            )
            let before = try package.files("Generated")
            let result = try package.check()
            #expect(result.status == 1)
            let names = result.errors.filter { $0.hasPrefix("Generated/") }
                .compactMap { $0.split(separator: ":").first }.map(String.init)
            #expect(
                names == [
                    "Generated/Shapes/Namespaces.crd.swift", "Generated/Shapes/circles.crd.swift",
                    "Generated/Shapes/docs/README.md",
                    "Generated/Shapes/docs/shapes_example_com_circle_v1.md",
                    "Generated/Shapes/docs/shapes_example_com_square_v1.md",
                    "Generated/Shapes/squares.crd.swift", page,
                ]
            )
            #expect(try package.files("Generated") == before)
        }

        @Test func `where the package's folder may be that of several targets, they are asked for`()
            throws
        {
            try package.remove("Sources/Tools/crds")
            let path = package.folder.appending(path: "crds").path
            let result = try package.generate()
            #expect(result.status != 0)
            #expect(
                result.output.contains(
                    "several targets can use the CRDs in '\(path)'; choose one with "
                        + "'--target Shapes' or '--target Tools'"
                ),
                "\(result.output)"
            )
            let named = try package.generate(["--target", "Tools"])
            #expect(named.status == 0, "\(named.output)")
            let modules = try package.files("Generated").filter { $0.hasSuffix(".swift") }
            #expect(modules == ["Namespaces.crd.swift", "circles.crd.swift", "squares.crd.swift"])
        }

        @Test func `with one target besides those of tests the files are in the folder itself`()
            throws
        {
            let tools = "name: \"Tools\", dependencies: [runtime]"
            let manifest = try package.text("Package.swift")
                .replacingOccurrences(of: tools, with: "\(tools), path: \"Tests/Tools\"")
            try package.write("Package.swift", manifest)
            try package.remove("Sources/Tools")
            let crd = AdopterPackage.crd("Hammer", attributes: ["weight"])
            try package.write("Tests/Tools/crds/hammers.yml", crd)
            try package.write("Tests/Tools/Tools.swift", "")
            try package.write("Generated/notes.md", "Not generated.\n")
            let result = try package.generate()
            try #require(result.status == 0, "\(result.output)")
            #expect(
                try package.files("Generated") == [
                    "Namespaces.crd.swift", "circles.crd.swift", "docs/README.md",
                    "docs/shapes_example_com_circle_v1.md", "docs/shapes_example_com_square_v1.md",
                    "notes.md", "squares.crd.swift",
                ]
            )
        }
    }
}
