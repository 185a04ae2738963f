import Testing

/// Commands with OpenAPI documents.
@Suite struct OpenAPICommandTests {
    let document = """
        {
          "openapi": "3.0.0",
          "info": {"title": "Kubernetes", "version": "v1.35.0"},
          "paths": {
            "/apis/shop.example.com/v1/namespaces/{namespace}/orders": {
              "post": {
                "description": "Creates an Order.",
                "x-kubernetes-group-version-kind": {"group": "shop.example.com", "kind": "Order", "version": "v1"}
              }
            },
            "/apis/shop.example.com/v1/namespaces/{namespace}/orders/{name}/status": {"put": {}},
            "/apis/shop.example.com/v1/regions": {
              "post": {
                "x-kubernetes-group-version-kind": {"group": "shop.example.com", "kind": "Region", "version": "v1"}
              }
            }
          },
          "components": {"schemas": {
            "com.example.api.v1.Region": {
              "description": "A region.",
              "properties": {"metadata": {"type": "object"}, "kind": {"type": "string"}, "apiVersion": {"type": "string"}},
              "type": "object",
              "x-kubernetes-group-version-kind": [{"group": "shop.example.com", "kind": "Region", "version": "v1"}]
            },
            "com.example.api.v1.OrderSpec": {
              "properties": {
                "description": {"description": "Its text.", "type": "string"},
                "parts": {"type": "array", "items": {"$ref": "#/components/schemas/com.example.api.v1.OrderSpec"}}
              },
              "required": ["description"],
              "type": "object"
            },
            "com.example.api.v1.Order": {
              "description": "An order.",
              "properties": {
                "apiVersion": {"type": "string"},
                "kind": {"type": "string"},
                "metadata": {"type": "object"},
                "spec": {"allOf": [{"$ref": "#/components/schemas/com.example.api.v1.OrderSpec"}], "default": {}}
              },
              "type": "object",
              "x-kubernetes-group-version-kind": [{"group": "shop.example.com", "kind": "Order", "version": "v1"}]
            }
          }}
        }
        """

    let manifest = """
        apiVersion: shop.example.com/v1
        kind: Order
        metadata: {name: a}
        spec: {description: a, parts: [{}]}

        """

    let error = "a.yaml:4:32: error: spec.parts[0].description: Required value\n"

    @Test(arguments: ["cluster/orders.json", "cluster", "- < cluster/orders.json"])
    func `a document is a file, in a folder, or standard input`(path: String) throws {
        try Workspace.with { folder in
            try folder.write("cluster/orders.json", document)
            try folder.write("cluster/index.json", #"{"paths": {}}"#)
            try folder.write("a.yaml", manifest)
            let result = try folder.shell("crdgen validate a.yaml --openapi \(path)")
            #expect(result.errors == "")
            #expect(result.output == "\(error)1 object: 1 invalid\n")
            #expect(result.status == 1)
        }
    }

    @Test(arguments: ["Order.spec.description", "orders.spec.description"])
    func `a field is explained by a document`(path: String) throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let result = try folder.run("crdgen", ["explain", path, "--openapi", "orders.json"])
            #expect(result.errors == "")
            #expect(
                result.output == """
                    GROUP:    shop.example.com
                    KIND:     Order
                    VERSION:  v1

                    FIELD: spec.description <string> -required-

                    DESCRIPTION:
                        Its text.

                    """
            )
            let unknown = try folder.run(
                "crdgen",
                ["explain", "Odrer", "--openapi", "orders.json"]
            )
            #expect(unknown.errors == "error: unknown kind 'Odrer', did you mean 'Order'?\n")
        }
    }

    @Test(arguments: ["Order.spec.parts", "Order.spec.parts.parts.parts"])
    func `a type that contains itself is explained at each level`(path: String) throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let result = try folder.run("crdgen", ["explain", path, "--openapi", "orders.json"])
            #expect(result.errors == "")
            #expect(result.output.contains("description <string> -required-"))
            #expect(!result.output.contains("keeps unknown fields"))
        }
    }

    @Test func `a sample of a kind in a document is valid`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let sample = try folder.run("crdgen", ["sample", "Order", "--openapi", "orders.json"])
            #expect(sample.errors == "")
            #expect(sample.status == 0)
            try folder.write("a.yaml", sample.output)
            let result = try folder.run(
                "crdgen",
                ["validate", "a.yaml", "--openapi", "orders.json"]
            )
            #expect(result.output == "1 object: 1 valid\n")
            let swift = try folder.run(
                "crdgen",
                ["sample", "Order", "--openapi", "orders.json", "--swift"]
            )
            #expect(swift.status == 2)
        }
    }

    @Test func `a document that cannot be read is an error`() throws {
        try Workspace.with { folder in
            try folder.write("cluster/index.json", #"{"paths": {}}"#)
            try folder.write("a.yaml", manifest)
            for (path, expected) in [
                ("cluster", "cluster: error: no OpenAPI document found\n"),
                (
                    "cluster/indx.json",
                    "cluster/indx.json: error: no such file or folder, did you mean "
                        + "'cluster/index.json'?\n"
                ),
                (
                    "cluster/index.json",
                    "cluster/index.json: error: has no schemas, only paths; for the schemas of a "
                        + "group, use 'kubectl get --raw /openapi/v3/apis/GROUP/VERSION', or "
                        + "'/openapi/v3/api/v1' for the core group\n"
                ),
            ] {
                let result = try folder.run("crdgen", ["validate", "a.yaml", "--openapi", path])
                #expect(result.errors == expected)
                #expect(result.status == 1)
            }
            let twice = try folder.run("crdgen", ["validate", "-", "--openapi", "-"])
            #expect(twice.status == 2)
        }
    }

    @Test func `the kinds of documents are listed`() throws {
        try Workspace.with { folder in
            try folder.write("cluster/orders.json", document)
            try folder.write("cluster/again.json", document)
            let core = document.replacing("shop.example.com", with: "").replacing(
                "/apis//",
                with: "/api/"
            )
            try folder.write("core.json", core.replacing("Region", with: "Service"))
            let arguments = ["list", "--openapi", "core.json", "--openapi", "cluster"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors == "")
            #expect(
                result.output == """
                    KIND     GROUP             VERSION  SCOPE       NAMES
                    Order    <none>            v1       Namespaced  orders
                    Service  <none>            v1       Cluster     regions, svc
                    Order    shop.example.com  v1       Namespaced  orders
                    Region   shop.example.com  v1       Cluster     regions

                    """
            )
            let json = try folder.run("crdgen", ["list", "--openapi", "cluster", "--json"])
            #expect(
                json.output == """
                    [{"group":"shop.example.com","version":"v1","kind":"Order","plural":"orders",\
                    "shortNames":[],"scope":"Namespaced","file":"cluster/again.json"},\
                    {"group":"shop.example.com","version":"v1","kind":"Region","plural":"regions",\
                    "shortNames":[],"scope":"Cluster","file":"cluster/again.json"}]

                    """
            )
            for more in [["crds"], ["--crds", "crds"], ["--count"]] {
                let usage = try folder.run("crdgen", ["list", "--openapi", "cluster"] + more)
                #expect(usage.status == 2)
                #expect(usage.errors.contains("exclude each other"))
            }
        }
    }

    @Test func `what a document does not validate is an error in each command`() throws {
        try Workspace.with { folder in
            try folder.write(
                "orders.json",
                document.replacing("api.v1.OrderSpec\": {", with: "A\": {")
            )
            try folder.write("a.yaml", manifest)
            let error =
                "orders.json:39:37: error: reference to a missing definition "
                + "'com.example.api.v1.OrderSpec'; these values are not validated\n"
            let validated = try folder.run(
                "crdgen",
                ["validate", "a.yaml", "--openapi", "orders.json"]
            )
            #expect(validated.output == error + "1 object: 1 valid\n")
            #expect(validated.status == 1)
            for command in [["explain", "Order"], ["sample", "Order"], ["add"]] {
                let result = try folder.run("crdgen", command + ["--openapi", "orders.json"])
                #expect(result.errors == error)
                #expect(result.status == 1)
                #expect(result.output.isEmpty == (command == ["add"]))
            }
            let other = try folder.run("crdgen", ["explain", "Region", "--openapi", "orders.json"])
            #expect(other.errors == "")
            #expect(other.status == 0)
            #expect(try folder.files() == ["a.yaml", "orders.json"])
        }
    }

    @Test(arguments: [
        ("a.json", "{\"openapi\"", "cluster/a.json:1:11: error: "),
        ("a.json", "", "cluster/a.json: error: "),
        ("a.yaml", "openapi: 3.0.0\ninfo: {", "cluster/a.yaml:3:1: error: "),
        ("a.yaml", "{{- if x }}\na: b", ""), ("a.yaml", "", ""), ("a.json", "[1]", ""),
    ])
    func `a document in a folder that cannot be read is named`(
        name: String,
        text: String,
        start: String
    ) throws {
        try Workspace.with { folder in
            try folder.write("cluster/orders.json", document)
            try folder.write("cluster/\(name)", text)
            let result = try folder.run("crdgen", ["list", "--openapi", "cluster"])
            #expect(result.errors.hasPrefix(start))
            #expect(result.status == (start.isEmpty ? 0 : 1))
            #expect(result.errors.isEmpty == start.isEmpty)
        }
    }

    @Test func `all documents of standard input are read`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            try folder.write("more.json", document.replacing("shop.example.com", with: "more.com"))
            try folder.write("a.yaml", manifest.replacing("shop.example.com", with: "more.com"))
            let list = try folder.shell("cat orders.json more.json | crdgen list --openapi -")
            #expect(list.errors == "")
            #expect(
                list.output == """
                    KIND    GROUP             VERSION  SCOPE       NAMES
                    Order   more.com          v1       Namespaced  orders
                    Region  more.com          v1       Cluster     regions
                    Order   shop.example.com  v1       Namespaced  orders
                    Region  shop.example.com  v1       Cluster     regions

                    """
            )
            let added = try folder.shell("cat orders.json more.json | crdgen add --openapi -")
            #expect(added.status == 0)
            #expect(
                try folder.files("crds") == ["more.com_v1.openapi", "shop.example.com_v1.openapi"]
            )
            let validated = try folder.run("crdgen", ["validate", "a.yaml", "--require-crds"])
            #expect(validated.output == "\(error)1 object: 1 invalid\n")
            let rest = try folder.shell("(cat orders.json; echo foo) | crdgen list --openapi -")
            #expect(
                rest.errors.hasSuffix(
                    "error: not an OpenAPI document: found 'f', expected a value\n"
                )
            )
            #expect(rest.status == 1)
        }
    }

    @Test func `each document that cannot be read is named by the list`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let missing = ["list", "--openapi", "a.json", "--openapi", "b.json"]
            let errors = """
                a.json: error: no such file or folder
                b.json: error: no such file or folder

                """
            let none = try folder.run("crdgen", missing)
            #expect(none.errors == errors)
            #expect(none.output == "")
            #expect(none.status == 1)
            let some = try folder.run("crdgen", missing + ["--openapi", "orders.json"])
            #expect(some.errors == errors)
            #expect(some.output.contains("\nOrder "))
            #expect(some.status == 1)
        }
    }

    @Test func `without paths, kinds of objects that cannot be created are not listed`() throws {
        let meta = "io.k8s.apimachinery.pkg.apis.meta.v1"
        let kinds = [
            ("\(meta).DeleteOptions", "DeleteOptions"), ("a.Web", "Web"), ("a.WebList", "WebList"),
        ]
        let definitions = kinds.map { name, kind in
            ##"""
            "\##(name)": {"type": "object", "properties": {
              "metadata": {"$ref": "#/definitions/\##(meta).\##(kind == "WebList" ? "ListMeta" : "ObjectMeta")"}
            }, "x-kubernetes-group-version-kind": [{"group": "a.com", "version": "v1", "kind": "\##(kind)"}]}
            """##
        }
        try Workspace.with { folder in
            try folder.write("a.json", "{\"definitions\": {\(definitions.joined(separator: ","))}}")
            let list = try folder.run("crdgen", ["list", "--openapi", "a.json"])
            #expect(
                list.output == """
                    KIND  GROUP  VERSION  SCOPE      NAMES
                    Web   a.com  v1       <unknown>  <unknown>

                    """
            )
            try folder.write("b.json", "{\"definitions\": {}}")
            let none = try folder.run("crdgen", ["list", "--openapi", "b.json"])
            #expect(none.errors == "b.json: error: found no kinds of objects that can be created\n")
            #expect(none.status == 1)
        }
    }

    @Test func `a note says that a sample has no namespace as the scope is unknown`() throws {
        try Workspace.with { folder in
            try folder.write(
                "a.json",
                """
                {"definitions": {"a.Web": {"type": "object", "properties": {
                  "metadata": {"type": "object"}
                }, "x-kubernetes-group-version-kind": [
                  {"group": "a.com", "version": "v1", "kind": "Web"}
                ]}}}
                """
            )
            let sample = try folder.run("crdgen", ["sample", "webs", "--openapi", "a.json"])
            #expect(
                sample.output == "apiVersion: a.com/v1\nkind: Web\nmetadata:\n  name: example\n"
            )
            #expect(
                sample.errors == """
                    a.json: note: the document has no paths of Web, so its scope is unknown; if it \
                    is namespaced, add 'metadata.namespace'

                    """
            )
            #expect(sample.status == 0)
        }
    }

    @Test(arguments: [
        ["list", "--openapi", "-", "--openapi", "-"], ["list", "-", "-"],
        ["list", "-", "--crds", "-"], ["explain", "A", "--openapi", "-", "--openapi", "-"],
        ["sample", "A", "--crds", "-", "--crds", "-"], ["rules", "-", "--crds", "-"],
        ["schema", "A", "--crds", "-", "--crds", "-"], ["check", "-", "-"],
        ["add", "--openapi", "-", "--openapi", "-"],
    ])
    func `standard input is read only once`(arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(
                result.errors.hasPrefix(
                    "Error: '-' is given twice, but standard input can be read only once\n"
                )
            )
            #expect(result.status == 2)
        }
    }
}
