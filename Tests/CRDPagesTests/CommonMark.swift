import Foundation

@testable import CRDPages

/// `cmark`, the reference implementation of CommonMark, where it is installed.
enum CommonMark {
    /// The program; `nil` where there is none.
    static let program: URL? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { URL(filePath: "\($0)/cmark") }.first { url in
            FileManager.default.isExecutableFile(atPath: url.path)
        }
    }()

    /// What stands for each piece of HTML in a text.
    static let omitted = "<!-- raw HTML omitted -->"

    /// The HTML of a page, without its front matter and without HTML of its own.
    static func html(of page: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "\(UUID().uuidString).md")
        try Data(withoutFrontMatter(page).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = [file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func withoutFrontMatter(_ page: String) -> Substring {
        guard page.hasPrefix("---\n"), let end = page.range(of: "\n---\n") else { return page[...] }
        return page[end.upperBound...]
    }
}

/// HTML that a page became.
struct PageHTML {
    /// The bytes that a reader sees, without white space, back-ticks and marks of lists.
    private(set) var text: [UInt8] = []
    /// How often each tag opens.
    private(set) var tags: [String: Int] = [:]
    /// Where links lead.
    private(set) var links: [String] = []

    init(_ html: String) {
        var visible: [UInt8] = []
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            visible += rest[..<start]
            let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            let name = tag.prefix { $0 != " " }
            if !tag.hasPrefix("/") { tags[String(name), default: 0] += 1 }
            if let range = tag.range(of: "href=\"") {
                links.append(String(tag[range.upperBound...].prefix { $0 != "\"" }))
            }
            let isInline = ["code", "/code", "a", "/a", "em", "/em", "strong", "/strong"]
            if !isInline.contains(String(name)) { visible.append(UInt8(ascii: " ")) }
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        visible += rest
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        let text = entities.reduce(String(decoding: visible, as: UTF8.self)) { text, entity in
            text.replacingOccurrences(of: entity.0, with: entity.1)
        }
        let link = "(see below for nested schema)"  // it stands within descriptions
        self.text = Self.essence(of: text.replacingOccurrences(of: link, with: ""))
    }

    /// A text without white space and back-ticks, and without what stands for itself at the start
    /// of list items.
    static func essence(of text: String) -> [UInt8] {
        var essence: [UInt8] = []
        for part in text.utf8.split(whereSeparator: { $0 <= 0x20 || $0 == 0x7F }) {
            let word = part.filter { $0 != UInt8(ascii: "`") }
            let marks = word.drop { 0x30...0x39 ~= $0 }
            let isNumber = marks.count == 1 && ".)".utf8.contains(marks.first ?? 0)
            let isBullet = word.count == 1 && "-*+".utf8.contains(word.first ?? 0)
            if isNumber || isBullet || word.elementsEqual("•".utf8) { continue }
            if part.starts(with: "```".utf8) || part.starts(with: "~~~".utf8) { continue }
            essence += word
        }
        return essence
    }
}
