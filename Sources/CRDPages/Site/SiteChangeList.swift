import CRDGeneratorCore

/// The changes of one kind, as a list that opens and closes.
///
/// Equal changes of attributes with the same key share an item, because the schemas of CRDs repeat:
/// a change of one Go type appears at each of its paths.
struct SiteChangeList {
    /// An attribute with its changes.
    private struct Entry {
        let path: String
        let address: String?
        let key: String
        var messages: [String]
    }

    /// The attributes with the same key and the same changes.
    private struct Item {
        var entries: [Entry]
    }

    private let kind: SiteChanges.Kind
    private let items: [Item]

    /// The number of equal changes that are listed on their own.
    private static let mostSingle = 2
    /// The number of items that are shown at first.
    private static let mostOpen = 20

    /// Creates the list of the changes of attributes.
    init(_ kind: SiteChanges.Kind, of changes: SiteChanges) {
        self.kind = kind
        let page = kind == .removed ? "\(changes.older.pageName).html" : ""
        var entries: [Entry] = []
        for change in changes.changes where change.kind == kind {
            guard let key = change.keys.last else { continue }
            if entries.last?.path != change.path {
                let address = change.id.map { "\(page)#\($0)" }
                entries.append(Entry(path: change.path, address: address, key: key, messages: []))
            }
            if !change.message.isEmpty {
                entries[entries.count - 1].messages.append(change.message)
            }
        }
        items = Self.items(entries)
    }

    private static func items(_ entries: [Entry]) -> [Item] {
        var items: [Item] = []
        var positions: [[String]: Int] = [:]
        for entry in entries {
            let words = [entry.key] + entry.messages
            if let position = positions[words] {
                items[position].entries.append(entry)
            } else {
                positions[words] = items.count
                items.append(Item(entries: [entry]))
            }
        }
        return items.flatMap { item in
            item.entries.count > mostSingle ? [item] : item.entries.map { Item(entries: [$0]) }
        }
    }

    /// Adds the list as HTML; nothing if there are no changes.
    func addHTML(to output: inout PageOutput) {
        let count = items.reduce(0) { $0 + $1.entries.count }
        if count == 0 { return }
        output.add(items.count > Self.mostOpen ? "<details" : "<details open")
        output.add(" class=\"changes\"><summary>\(count) ")
        output.add(count == 1 ? "attribute" : "attributes")
        output.add(" \(kind.word)</summary><ul>")
        for item in items {
            output.add("<li>")
            Self.add(item, to: &output)
            output.add("</li>\n")
        }
        output.add("</ul></details>\n")
    }

    private static func add(_ item: Item, to output: inout PageOutput) {
        let first = item.entries[0]
        if item.entries.count == 1 {
            addPath(first, to: &output)
            addMessages(first.messages, to: &output)
            return
        }
        output.add("<details><summary>")
        output.addHTMLCode(first.key)
        output.add(" at \(item.entries.count) paths")
        if !first.messages.isEmpty { output.add(": ") }
        output.addHTML(first.messages.joined(separator: "; "))
        output.add("</summary><ul>")
        for entry in item.entries {
            output.add("<li>")
            addPath(entry, to: &output)
            output.add("</li>")
        }
        output.add("</ul></details>")
    }

    private static func addPath(_ entry: Entry, to output: inout PageOutput) {
        guard let address = entry.address else { return output.addHTMLCode(entry.path) }
        output.add("<a href=\"")
        output.addHTML(address)
        output.add("\">")
        output.addHTMLCode(entry.path)
        output.add("</a>")
    }

    private static func addMessages(_ messages: [String], to output: inout PageOutput) {
        if messages.count == 1 {
            output.add(": ")
            output.addHTML(messages[0])
        } else if messages.count > 1 {
            output.add("<ul>")
            for message in messages {
                output.add("<li>")
                output.addHTML(message)
                output.add("</li>")
            }
            output.add("</ul>")
        }
    }
}
