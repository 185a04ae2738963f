import CRDRuntime
import CRDValidation
import CRDValues
import CRDYAML
import KubernetesCEL

/// Checks the conversion between versions (`validateCustomResourceConversion`).
extension DefinitionCheck {
    mutating func checkConversion() {
        // The default of the server is the strategy None.
        guard let conversion = field("conversion") else { return }
        let path = "spec.conversion"
        let strategy = conversion.value("strategy")
        checkWord("\(path).strategy", strategy, at: conversion, ["None", "Webhook"])
        let webhook = conversion.value("webhook")
        let client = webhook?.value("clientConfig")
        let clientPath = "\(path).webhookClientConfig"
        let versions = webhook?.value("conversionReviewVersions")
        let versionsPath = "\(path).conversionReviewVersions"
        guard strategy?.string == "Webhook" else {
            let detail = "should not be set when strategy is not set to Webhook"
            if let client { list.forbidden(clientPath, at: client, detail) }
            if let versions, versions.count > 0 {
                list.forbidden(versionsPath, at: versions, detail)
            }
            return
        }
        if let client {
            checkClient(client, at: clientPath)
        } else {
            let detail = "required when strategy is set to Webhook"
            list.required(clientPath, at: webhook ?? conversion, detail)
        }
        if let versions, versions.count > 0 {
            checkReviewVersions(versions, at: versionsPath)
        } else {
            list.required(versionsPath, at: versions ?? webhook ?? conversion)
        }
    }

    private mutating func checkReviewVersions(_ versions: Node, at path: String) {
        var seen: Set<String> = []
        for (index, node) in versions.items.enumerated() {
            let version = node.isNull ? "" : node.string
            let field = "\(path)[\(index)]"
            guard seen.insert(version).inserted else {
                list.invalid(field, at: node, .string(version), "duplicate version")
                continue
            }
            for detail in NameSyntax.label1035Errors(version) {
                list.invalid(field, at: node, .string(version), detail)
            }
        }
        if seen.isDisjoint(with: ["v1", "v1beta1"]) {
            let shown = JSONValue.array(versions.strings.map(JSONValue.string))
            list.invalid(path, at: versions, shown, "must include at least one of v1, v1beta1")
        }
    }

    private mutating func checkClient(_ client: Node, at path: String) {
        switch (client.value("url"), client.value("service")) {
        case (nil, nil), (.some, .some):
            list.required(path, at: client, "exactly one of url or service is required")
        case (let url?, nil): checkAddress(url, at: "\(path).url")
        case (nil, let service?): checkService(service, at: "\(path).service")
        }
    }

    /// `ValidateWebhookURL` of k8s.io/apiserver, pkg/util/webhook.
    private mutating func checkAddress(_ node: Node, at path: String) {
        let form = "; desired format: https://host[/path]"
        let address: URLReference
        do throws(URLReference.Failure) {
            address = try URLReference(parsing: node.string)
        } catch {
            let detail = "url must be a valid URL: \(error.message)\(form)"
            return list.required(path, at: node, detail)
        }
        if address.scheme != "https" {
            let detail = "'https' is the only allowed URL scheme\(form)"
            list.invalid(path, at: node, .string(address.scheme), detail)
        }
        if address.host.isEmpty {
            list.invalid(path, at: node, "", "host must be provided\(form)")
        }
        for (part, detail) in [
            (address.user?.description ?? "", "user information is not permitted in the URL"),
            (address.fragment, "fragments are not permitted in the URL"),
            (address.query, "query parameters are not permitted in the URL"),
        ] {
            if !part.isEmpty { list.invalid(path, at: node, .string(part), detail) }
        }
    }

    /// Checks the service (`ValidateWebhookService`); the server passes the name and the namespace
    /// in the wrong order.
    private mutating func checkService(_ service: Node, at path: String) {
        if service.text("namespace").isEmpty {
            let valueNode = keyNode("namespace", in: service)
            list.required("\(path).name", at: valueNode, "service name is required")
        }
        if service.text("name").isEmpty {
            let valueNode = keyNode("name", in: service)
            list.required("\(path).namespace", at: valueNode, "service namespace is required")
        }
        if let node = service.value("port"), let port = Int(node.text), !(1...65535).contains(port)
        {
            let detail = "port is not valid: must be between 1 and 65535, inclusive"
            list.invalid("\(path).port", at: node, .number(JSONNumber(port)), detail)
        }
        if let node = service.value("path") { checkServicePath(node, at: "\(path).path") }
    }

    private mutating func checkServicePath(_ node: Node, at path: String) {
        let text = node.string
        let shown = JSONValue.string(text)
        if text.isEmpty || text == "/" { return }
        if text == "//" {
            return list.invalid(path, at: node, shown, "segment[0] may not be empty")
        }
        if !text.hasPrefix("/") { list.invalid(path, at: node, shown, "must start with a '/'") }
        var rest = text.dropFirst()
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        let segments = rest.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            if segment.isEmpty {
                list.invalid(path, at: node, shown, "segment[\(index)] may not be empty")
                continue
            }
            for detail in NameSyntax.subdomainErrors(String(segment)) {
                list.invalid(path, at: node, shown, "segment[\(index)]: \(detail)")
            }
        }
    }
}
