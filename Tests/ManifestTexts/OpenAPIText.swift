package import CRDCatalog
import CRDGeneratorCore
package import CRDInspection
import CRDRuntime
package import CRDValidation
import CRDYAML
package import TestSupport

/// OpenAPI documents of a group `shop.example.com` with a kind `Order` of a Go type, in both forms
/// in which a cluster gives them, and the validation of manifests by them.
package enum OpenAPIText {
    /// The document in version 3.
    package static let version3 = """
        {
          "openapi": "3.0.0",
          "info": {"title": "Kubernetes", "version": "v1.35.0"},
          "paths": {
            "/apis/shop.example.com/v1/": {"get": {"description": "get available resources"}},
            "/apis/shop.example.com/v1/namespaces/{namespace}/orders": {
              "get": {"x-kubernetes-action": "list", "x-kubernetes-group-version-kind": \(order)},
              "post": {"x-kubernetes-action": "post", "x-kubernetes-group-version-kind": \(order)}
            },
            "/apis/shop.example.com/v1/namespaces/{namespace}/orders/{name}": {"get": {}},
            "/apis/shop.example.com/v1/namespaces/{namespace}/orders/{name}/status": {"put": {}},
            "/apis/shop.example.com/v1/regions": {
              "post": {"x-kubernetes-group-version-kind": \(kind("Region"))}
            }
          },
          "components": {
            "schemas": {
              "com.example.api.shop.v1.Order": {
                "description": "An order.",
                "type": "object",
                "properties": {
                  "apiVersion": {"type": "string"},
                  "kind": {"type": "string"},
                  "metadata": {"allOf": [\(meta3("ObjectMeta"))], "default": {}},
                  "spec": {"allOf": [\(ref3("OrderSpec"))], "default": {}, "description": "Wanted."},
                  "status": {"allOf": [\(ref3("OrderStatus"))], "default": {}}
                },
                "x-kubernetes-group-version-kind": [\(order)]
              },
              "com.example.api.shop.v1.OrderList": {
                "type": "object",
                "required": ["items"],
                "properties": {
                  "items": {"type": "array", "items": {"allOf": [\(ref3("Order"))], "default": {}}}
                },
                "x-kubernetes-group-version-kind": [\(kind("OrderList"))]
              },
              "com.example.api.shop.v1.OrderSpec": {
                "type": "object",
                "required": ["customer", "items"],
                "properties": {
                  "customer": {"type": "string", "default": ""},
                  "count": {"type": "integer", "format": "int32"},
                  "total": {"type": "integer", "format": "int64"},
                  "rate": {"type": "number", "format": "double"},
                  "paused": {"type": "boolean"},
                  "data": {"type": "object", "additionalProperties": {"type": "string", "format": "byte"}},
                  "labels": {"type": "object", "additionalProperties": {"type": "string", "default": ""}},
                  "urgency": {"type": "string", "enum": ["High", "Low"]},
                  "weight": \(quantity3),
                  "slots": {"type": "object", "additionalProperties": \(quantity3)},
                  "port": {"allOf": [{"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.util.intstr.IntOrString"}]},
                  "due": {"allOf": [\(meta3("Time"))]},
                  "renewed": {"allOf": [\(meta3("MicroTime"))]},
                  "every": {"allOf": [\(meta3("Duration"))]},
                  "raw": {"allOf": [{"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.runtime.RawExtension"}]},
                  "tags": {"type": "array", "items": {"type": "string"}, "x-kubernetes-list-type": "set"},
                  "codes": {"type": "array", "items": {"type": "string", "enum": ["A", "B"]}},
                  "box": {"allOf": [\(ref3("Box"))]},
                  "items": {
                    "type": "array",
                    "items": {"allOf": [\(ref3("Item"))], "default": {}},
                    "x-kubernetes-list-type": "map",
                    "x-kubernetes-list-map-keys": ["name", "size"],
                    "x-kubernetes-patch-merge-key": "name",
                    "x-kubernetes-patch-strategy": "merge"
                  }
                },
                "x-kubernetes-unions": [{"discriminator": "urgency", "fields-to-discriminateBy": {"port": "Port"}}]
              },
              "com.example.api.shop.v1.Item": {
                "type": "object",
                "required": ["name"],
                "properties": {
                  "name": {"type": "string", "default": ""},
                  "size": {"type": "string", "default": "M"},
                  "price": {"type": "integer", "format": "int32", "default": 0}
                }
              },
              "com.example.api.shop.v1.Box": {
                "type": "object",
                "required": ["width"],
                "properties": {
                  "width": {"type": "integer", "format": "int32", "default": 0},
                  "inner": {"allOf": [\(ref3("Box"))]},
                  "boxes": {"type": "object", "additionalProperties": \(ref3("Box"))}
                }
              },
              "com.example.api.shop.v1.OrderStatus": {
                "type": "object",
                "required": ["sent"],
                "properties": {"sent": {"type": "integer", "format": "int32", "default": 0}}
              },
              "com.example.api.shop.v1.Region": {
                "type": "object",
                "properties": {
                  "apiVersion": {"type": "string"},
                  "kind": {"type": "string"},
                  "metadata": {"allOf": [\(meta3("ObjectMeta"))], "default": {}},
                  "country": {"type": "string"}
                },
                "x-kubernetes-group-version-kind": [\(kind("Region"))]
              },
              "io.k8s.apimachinery.pkg.api.resource.Quantity": {"oneOf": [{"type": "string"}, {"type": "number"}]},
              "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions": {
                "type": "object",
                "properties": {"orphanDependents": {"type": "boolean"}},
                "x-kubernetes-group-version-kind": [
                  {"group": "", "kind": "DeleteOptions", "version": "v1"}, \(kind("DeleteOptions"))
                ]
              },
              "io.k8s.apimachinery.pkg.apis.meta.v1.Duration": {"type": "string"},
              "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": {"type": "object"},
              "io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry": {
                "type": "object",
                "properties": {
                  "fieldsV1": {"allOf": [\(meta3("FieldsV1"))]},
                  "manager": {"type": "string"},
                  "operation": {"type": "string"}
                }
              },
              "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": {"type": "string", "format": "date-time"},
              "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {
                "type": "object",
                "properties": {
                  "creationTimestamp": {"allOf": [\(meta3("Time"))]},
                  "finalizers": {"type": "array", "items": {"type": "string", "default": ""}},
                  "generateName": {"type": "string"},
                  "labels": {"type": "object", "additionalProperties": {"type": "string", "default": ""}},
                  "managedFields": {"type": "array", "items": {"allOf": [\(meta3("ManagedFieldsEntry"))]}},
                  "name": {"type": "string"},
                  "namespace": {"type": "string"}
                }
              },
              "io.k8s.apimachinery.pkg.apis.meta.v1.Time": {"type": "string", "format": "date-time"},
              "io.k8s.apimachinery.pkg.runtime.RawExtension": {"type": "object"},
              "io.k8s.apimachinery.pkg.util.intstr.IntOrString": {
                "format": "int-or-string",
                "oneOf": [{"type": "integer"}, {"type": "string"}]
              },
              "com.example.shop.v1.Coupon": {
                "type": "object",
                "required": ["spec"],
                "properties": {
                  "apiVersion": {"type": "string"},
                  "kind": {"type": "string"},
                  "metadata": {"allOf": [\(meta3("ObjectMeta"))], "default": {}},
                  "spec": {
                    "type": "object",
                    "properties": {
                      "percent": {"type": "integer", "format": "int32", "maximum": 50},
                      "limit": {"x-kubernetes-int-or-string": true}
                    },
                    "x-kubernetes-validations": [{"rule": "self.percent != 13", "message": "unlucky"}]
                  }
                },
                "x-kubernetes-group-version-kind": [
                  {"group": "shop.example.com", "kind": "Coupon", "version": "v1"}
                ]
              }
            }
          }
        }
        """

    /// The same in version 2, which has references without `allOf`.
    package static var version2: String {
        var text = version3.replacing(#""openapi": "3.0.0""#, with: #""swagger": "2.0""#)
            .replacing("#/components/schemas/", with: "#/definitions/")
            .replacing(#""components": {"#, with: "")
            .replacing(#""schemas": {"#, with: #""definitions": {"#)
            .replacing(
                #""oneOf": [{"type": "integer"}, {"type": "string"}]"#,
                with: #""type": "string""#
            )
            .replacing(
                #""oneOf": [{"type": "string"}, {"type": "number"}]"#,
                with: #""type": "string""#
            )
        text.removeLast(2)
        return text.replacing(#/"allOf": \[\{("\$ref": "[^"]*")\}\]/#) { $0.output.1 }
    }

    private static let order = kind("Order")
    private static let quantity3 = """
        {"allOf": [{"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"}]}
        """

    private static func kind(_ kind: String) -> String {
        #"{"group": "shop.example.com", "kind": "\#(kind)", "version": "v1"}"#
    }

    private static func ref3(_ name: String) -> String {
        ##"{"$ref": "#/components/schemas/com.example.api.shop.v1.\##(name)"}"##
    }

    private static func meta3(_ name: String) -> String {
        ##"{"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.\##(name)"}"##
    }

    /// An order with lines under `spec`, beside those that are required.
    package static func order(_ spec: String = "", more: String = "") -> String {
        let lines = spec.split(separator: "\n").map { "  \($0)\n" }.joined()
        return """
            apiVersion: shop.example.com/v1
            kind: Order
            metadata: {name: a}
            spec:
              customer: c
              items: [{name: i}]
            \(lines)\(more)
            """
    }

    /// Validates a text whose places are marked.
    package static func check(
        _ text: MarkedText,
        by documents: String...,
        old: String? = nil,
        crds: KnownKinds = KnownKinds(),
        subresource: Subresource? = nil
    ) throws -> ManifestCheck {
        var kinds = crds
        for (number, document) in documents.enumerated() {
            let input = ManifestText.input("openapi-\(number).json", document)
            try kinds.openAPI.add(input)
        }
        var check = ManifestCheck(kinds, subresource: subresource)
        check.check(
            [ManifestText.input("a.yaml", text.text)],
            replacing: old.map { [ManifestText.input("old.yaml", $0)] }
        )
        return check
    }
}

extension OpenAPIText {
    /// The error for a value of a wrong type in an order.
    package static func mismatch(
        _ mark: String,
        _ found: String,
        _ field: String,
        _ type: String
    ) -> String {
        handled(
            mark,
            "json: cannot unmarshal \(found) into Go struct field \(field) of type \(type)"
        )
    }

    /// The error for an order that cannot be decoded.
    package static func handled(_ mark: String, _ reason: String) -> String {
        #"\#(mark) error: Order in version "v1" cannot be handled as a Order: \#(reason)"#
    }
}
