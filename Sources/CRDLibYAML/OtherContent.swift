import CRDYAML

/// A text of another kind that is often found in the place of YAML, such as a web page.
///
/// Some of these texts are valid YAML without any meaning for Kubernetes, and others give a syntax
/// error far from the cause.
enum OtherContent {
    case webPage
    case xml
    /// The file that Git LFS has in the repository instead of the content.
    case largeFilePointer
    /// A symbolic link that Git checked out as a file with the path of its target.
    case link(String)
    /// The body that a web server sends with an error, such as `404: Not Found`.
    case serverError(String)
    /// The output of `kubectl describe`.
    case description(isOfCRD: Bool)
    /// The output of `kubectl get` without `-o yaml`.
    case table

    /// Recognizes a text by its first lines; `nil` for any other text.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let text = String(decoding: bytes.prefix(1024), as: UTF8.self)
        // Most texts are YAML, so only the first lines are taken apart.
        let lines = text.split(maxSplits: 3, whereSeparator: \.isNewline)
            .map { $0.trimming { $0.isWhitespace || $0 == "\u{FEFF}" } }
            .filter { !$0.isEmpty }
        guard let first = lines.first else { return nil }
        let start = first.prefix(16).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            self = .webPage
        } else if start.hasPrefix("<?xml") {
            self = .xml
        } else if first.hasPrefix("version https://git-lfs.github.com/") {
            self = .largeFilePointer
        } else if lines.count == 1, bytes.count < 1024, first.isPathOfManifest {
            self = .link(first)
        } else if lines.count == 1, first.isStatusOfServer {
            self = .serverError(first)
        } else if first.hasPrefix("Name:  "), lines.count > 1,
            ["Namespace:", "Labels:"].contains(where: lines[1].hasPrefix)
        {
            let isOfCRD = text.split(whereSeparator: \.isNewline)
                .contains { $0.hasPrefix("Kind:") && $0.hasSuffix("CustomResourceDefinition") }
            self = .description(isOfCRD: isOfCRD)
        } else if first.isHeaderOfTable {
            self = .table
        } else {
            return nil
        }
    }

    /// The error for the text.
    var message: String {
        switch self {
        case .webPage:
            "is a web page, expected YAML or JSON; download the raw file"
        case .xml:
            "is XML, expected YAML or JSON; check the URL of the download"
        case .largeFilePointer:
            "is a pointer of Git LFS, expected YAML or JSON; run 'git lfs pull'"
        case .link(let path):
            "has only the path '\(path.excerpt)', probably of a symbolic link, expected YAML or "
                + "JSON; use the file at this path"
        case .serverError(let text):
            "is the error '\(text.excerpt)' of a web server, expected YAML or JSON; "
                + "check the URL of the download"
        case .description(let isOfCRD):
            "is the output of 'kubectl describe', expected YAML or JSON; use the output of "
                + "'kubectl get \(isOfCRD ? "crd" : "KIND") NAME -o yaml'"
        case .table:
            "is the table of 'kubectl get', expected YAML or JSON; add '-o yaml' to the command"
        }
    }
}

extension Substring {
    /// Returns the text without the characters of a kind at its start and end.
    fileprivate func trimming(_ isRemoved: (Unicode.Scalar) -> Bool) -> String {
        let start = unicodeScalars.drop(while: isRemoved)
        guard let last = start.lastIndex(where: { !isRemoved($0) }) else { return "" }
        return String(start[...last])
    }
}

extension Unicode.Scalar {
    fileprivate var isWhitespace: Bool {
        isASCII ? value == 0x20 || 0x09...0x0D ~= value : properties.isWhitespace
    }
}

extension String {
    /// Whether the text is the relative path of a YAML or JSON file in another folder.
    fileprivate var isPathOfManifest: Bool {
        [".yaml", ".yml", ".json"].contains(where: hasSuffix)
            && contains("/") && !contains { $0 == " " || $0 == ":" || $0 == "{" || $0 == "\"" }
    }

    /// Whether the text is an HTTP status code with its reason, such as `404: Not Found`.
    fileprivate var isStatusOfServer: Bool {
        let words = split { $0 == ":" || $0 == " " }
        guard let code = words.first.flatMap({ Int($0) }), 400..<600 ~= code else { return false }
        return (2...5).contains(words.count)
            && words.dropFirst().allSatisfy { $0.allSatisfy(\.isLetter) }
    }

    /// Whether the text is the first line of a table of `kubectl get`: `NAME` or `NAMESPACE`, and
    /// more columns in upper case.
    fileprivate var isHeaderOfTable: Bool {
        let words = split(separator: " ")
        guard words.count > 1, ["NAME", "NAMESPACE"].contains(words[0]) else { return false }
        return contains("  ") && !contains(":") && !contains(where: \.isLowercase)
    }
}
