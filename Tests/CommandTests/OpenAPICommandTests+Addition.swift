import Testing

/// `crdgen add --openapi`.
extension OpenAPICommandTests {
    @Test func `an excerpt is kept in the folder of CRDs`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            try folder.write("a.yaml", manifest)
            let arguments = ["add", "--openapi", "orders.json", "--kind"]
            let added = try folder.run("crdgen", arguments + ["order"])
            #expect(added.errors == "")
            #expect(
                added.output == """
                    added      crds/shop.example.com_v1.openapi  shop.example.com/v1: Order
                    next: crdgen validate MANIFESTS --crds crds

                    """
            )
            #expect(
                try folder.text("crds/shop.example.com_v1.openapi") == ##"""
                    {
                    "openapi": "3.0.0",
                    "info": {"title":"An excerpt for shop.example.com/v1, written by 'crdgen add --openapi'","version":"v1.35.0"},
                    "paths": {
                    "/apis/shop.example.com/v1/namespaces/{namespace}/orders": {"post":{"x-kubernetes-group-version-kind":{"group":"shop.example.com","kind":"Order","version":"v1"}}},
                    "/apis/shop.example.com/v1/namespaces/{namespace}/orders/{name}/status": {}
                    },
                    "components": {"schemas": {
                    "com.example.api.v1.Order": {"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"type":"object"},"spec":{"allOf":[{"$ref":"#/components/schemas/com.example.api.v1.OrderSpec"}],"default":{}}},"type":"object","x-kubernetes-group-version-kind":[{"group":"shop.example.com","kind":"Order","version":"v1"}]},
                    "com.example.api.v1.OrderSpec": {"properties":{"description":{"type":"string"},"parts":{"items":{"$ref":"#/components/schemas/com.example.api.v1.OrderSpec"},"type":"array"}},"required":["description"],"type":"object"}
                    }}
                    }

                    """##
            )
            let result = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(result.output.hasPrefix(error))
            let both = try folder.run("crdgen", arguments + ["shop.example.com/v1/Region"])
            #expect(
                both.output.hasPrefix(
                    "replaced   crds/shop.example.com_v1.openapi  shop.example.com/v1: Order, "
                        + "Region\n"
                )
            )
            let all = try folder.run("crdgen", ["add", "--openapi", "orders.json"])
            #expect(all.output.hasPrefix("unchanged  crds/shop.example.com_v1.openapi  "))
        }
    }

    @Test(arguments: ["Order", "order", "orders", "shop.example.com/v1/Order"])
    func `a kind is added by its names`(name: String) throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let arguments = ["add", "--openapi", "orders.json", "--kind", name]
            let result = try folder.run("crdgen", arguments)
            #expect(result.output.contains("  shop.example.com/v1: Order\n"))
        }
    }

    @Test func `a damaged excerpt is not replaced`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            try folder.write("crds/shop.example.com_v1.openapi", "{")
            let result = try folder.run("crdgen", ["add", "--openapi", "orders.json"])
            #expect(result.errors.hasPrefix("crds/shop.example.com_v1.openapi:1:"))
            #expect(result.status == 1)
            #expect(try folder.text("crds/shop.example.com_v1.openapi") == "{")
        }
    }

    @Test func `a group of a document does not lead out of the folder`() throws {
        try Workspace.with { folder in
            let text = document.replacing("\"group\": \"shop.", with: "\"group\": \"../../shop.")
            try folder.write("a/orders.json", text)
            let arguments = ["add", "--openapi", "a/orders.json", "--crds", "a/b/crds"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 1, "\(result.output)")
            #expect(try folder.files(".").allSatisfy { !$0.hasSuffix(".openapi") })
        }
    }

    @Test func `an excerpt of version 2 is one of version 2`() throws {
        try Workspace.with { folder in
            let second = document.replacing("components/schemas", with: "definitions")
                .replacing(#""components": {"schemas": {"#, with: #""definitions": {"#)
                .replacing("}}\n}", with: "}\n}")
                .replacing(#""openapi": "3.0.0""#, with: #""swagger": "2.0""#)
            try folder.write("v2.json", second)
            try folder.write("a.yaml", manifest)
            #expect(try folder.run("crdgen", ["add", "--openapi", "v2.json"]).status == 0)
            let text = try folder.text("crds/shop.example.com_v1.openapi")
            #expect(text.hasPrefix("{\n\"swagger\": \"2.0\",\n"))
            let result = try folder.run("crdgen", ["validate", "a.yaml"])
            #expect(result.output.hasPrefix(error))
        }
    }

    @Test func `a kind that the document does not have is an error`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let arguments = ["add", "--openapi", "orders.json", "--kind", "Odrer"]
            let result = try folder.run("crdgen", arguments)
            #expect(
                result.errors
                    == "orders.json: error: has no kind 'Odrer', did you mean 'Order'?\n"
            )
            #expect(result.status == 1)
            #expect(try folder.files() == ["orders.json"])
        }
    }

    @Test(arguments: [
        ["add"], ["add", "a.yaml", "--openapi", "b"], ["add", "a.yaml", "--kind", "A"],
    ])
    func `options that do not fit together are invalid usage`(arguments: [String]) throws {
        try Workspace.with { folder in
            let result = try folder.run("crdgen", arguments)
            #expect(result.status == 2)
        }
    }

    @Test func `other commands do not read excerpts`() throws {
        try Workspace.with { folder in
            try folder.write("crds/w.yaml", crd("Widget"))
            try folder.write("crds/shop.example.com_v1.openapi", document)
            let result = try folder.run("crdgen", ["list"])
            #expect(result.errors == "")
            #expect(result.output.split(separator: "\n").count == 2)
        }
    }

    @Test func `several documents and folders are added`() throws {
        try Workspace.with { folder in
            try folder.write("orders.json", document)
            let other = document.replacing("shop.example.com", with: "post.example.com")
            try folder.write("cluster/post.json", other)
            try folder.write("cluster/index.json", #"{"paths": {}}"#)
            let arguments = ["add", "--openapi", "orders.json", "--openapi", "cluster"]
            let result = try folder.run("crdgen", arguments)
            #expect(result.errors == "")
            #expect(
                result.output == """
                    added      crds/post.example.com_v1.openapi  post.example.com/v1: Order, Region
                    added      crds/shop.example.com_v1.openapi  shop.example.com/v1: Order, Region
                    next: crdgen validate MANIFESTS --crds crds

                    """
            )
        }
    }
}
