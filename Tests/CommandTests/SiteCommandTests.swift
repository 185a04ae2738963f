import Testing

/// `crdgen docs --site`.
@Suite struct SiteCommandTests {
    private static func crd(_ kind: String, property: String) -> String {
        func version(_ name: String, _ property: String) -> String {
            """
              - name: \(name)
                served: true
                storage: \(name == "v1")
                schema:
                  openAPIV3Schema:
                    type: object
                    properties: {spec: {type: object, properties: {\(property): {type: string}}}}
            """
        }
        return """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: \(kind.lowercased())s.example.com}
            spec:
              group: example.com
              names: {kind: \(kind), plural: \(kind.lowercased())s}
              scope: Namespaced
              versions:
            \(version("v1", property))
            \(version("v1beta1", "size"))

            """
    }

    @Test func `a site is written, and stale pages are removed`() throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget", property: "width"))
            try folder.write("crds/gadgets.yaml", Self.crd("Gadget", property: "size"))
            let first = try folder.run("crdgen", ["docs", "crds", "--site", "site"])
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output.hasSuffix("13 files: 13 written\n"))
            let page = try folder.text("site/example_com_widget_v1.html")
            #expect(page.contains("<h2 id=\"page-changes\">Changes since v1beta1</h2>"))
            #expect(page.contains("<li><a href=\"#spec.width\"><code>spec.width</code></a></li>"))
            #expect(
                page.contains(
                    "<a href=\"example_com_widget_v1beta1.html#spec.size\"><code>spec.size</code>"
                )
            )
            #expect(page.contains("<a href=\"example_com_widget_v1beta1.html\">v1beta1</a>"))
            #expect(
                try folder.text("site/example_com_gadget_v1.html")
                    .contains("<p>Only the name of the version differs.</p>")
            )

            try folder.write("site/notes.html", "By hand.\n")
            try folder.remove("crds/gadgets.yaml")
            let second = try folder.run("crdgen", ["docs", "crds", "--site", "site"])
            #expect(second.output.contains("removed    site/example_com_gadget_v1.html\n"))
            #expect(second.output.contains("removed    site/search/example_com_gadget_v1.js\n"))
            #expect(try folder.files("site").contains("notes.html"))
            #expect(try !folder.files("site").contains { $0.contains("gadget") })
        }
    }

    @Test func `several modules share a site, from which a module without CRDs disappears`() throws
    {
        try Workspace.with { folder in
            try folder.write("a/widgets.yaml", Self.crd("Widget", property: "width"))
            try folder.write("b/gadgets.yaml", Self.crd("Gadget", property: "size"))
            let first = ["--crds", "a", "--module", "A"]
            let second = ["--crds", "b", "--module", "B"]
            let both = try folder.run("crdgen", ["docs"] + first + second + ["--site", "site"])
            #expect(both.status == 0, "\(both.errors)")
            let shared = ["search/kinds.js", "search/names.js", "site.css", "site.js"]
            #expect(
                try folder.files("site").filter { !$0.contains("example_com") }.sorted()
                    == ["index.html"] + shared
            )
            #expect(
                try folder.text("site/index.html").contains("href=\"B/example_com_gadget_v1.html\"")
            )

            try folder.write("c/things.yaml", Self.crd("Thing", property: "size"))
            let others = ["--crds", "c", "--module", "C"]
            let changed = try folder.run("crdgen", ["docs"] + first + others + ["--site", "site"])
            #expect(changed.output.contains("removed    site/B/example_com_gadget_v1.html\n"))
            #expect(changed.output.contains("removed    site/search/B/example_com_gadget_v1.js\n"))

            let one = try folder.run("crdgen", ["docs"] + first + ["--site", "site"])
            #expect(one.status == 0, "\(one.errors)")
            #expect(
                try folder.files("site") == [
                    "example_com_widget_v1.html", "example_com_widget_v1beta1.html", "index.html",
                    "search/example_com_widget_v1.js", "search/example_com_widget_v1beta1.js",
                ] + shared
            )
        }
    }

    @Test func `a file that was written by hand is not replaced`() throws {
        try Workspace.with { folder in
            try folder.write("widgets.yaml", Self.crd("Widget", property: "width"))
            try folder.write("site/index.html", "By hand.\n")
            let result = try folder.run("crdgen", ["docs", "widgets.yaml", "--site", "site"])
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    site/index.html: error: is not a generated file, so it is not replaced; choose \
                    another '--site'

                    """
            )
            #expect(try folder.files() == ["site/index.html", "widgets.yaml"])
        }
    }

    @Test(arguments: [(".", "Package.swift' and 1 more"), ("crds", "widgets.yaml'")])
    func `a folder with other files is rejected`(path: String, files: String) throws {
        try Workspace.with { folder in
            try folder.write("crds/widgets.yaml", Self.crd("Widget", property: "width"))
            try folder.write("Package.swift", "")
            try folder.write(".hidden/site/.nojekyll", "")
            let result = try folder.run("crdgen", ["docs", "--site", path])
            #expect(result.status == 1)
            #expect(
                result.errors == """
                    \(path): error: has other files, and no site: '\(files); pass a new or empty \
                    folder for the site, as in 'crdgen docs crds --site site'

                    """
            )
            let hidden = try folder.run("crdgen", ["docs", "--site", ".hidden/site"])
            #expect(hidden.status == 0, "\(hidden.errors)")
        }
    }

    @Test(arguments: [["--output", "a"], ["--detail", "plain"], ["--kind", "Widget"]])
    func `a site excludes the options of Markdown pages`(_ option: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", ["docs", "crds", "--site", "site"] + option)
            #expect(result.status == 2)
            #expect(result.errors.contains("'--site' and '\(option[0])' exclude each other"))
        }
    }
}
