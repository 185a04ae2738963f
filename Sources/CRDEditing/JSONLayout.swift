import CRDParsing
import CRDYAML

extension NodeLayout {
    /// Creates the layout of a JSON text.
    ///
    /// - Parameter json: A text that ``JSONReader`` has read.
    init(json: [UInt8]) {
        var scanner = JSONScanner(json)
        scanner.scan()
        self = scanner.layout
    }
}

/// Finds the places of the values and keys of a valid JSON text.
private struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0
    /// The number of nodes that are complete: the reader adds each when it is.
    private var completed = 0
    private(set) var layout = NodeLayout(start: 0)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func scan() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"):
                layout.begin(.mapping, isFlow: true, anchor: nil, at: position)
                position += 1
            case UInt8(ascii: "["):
                layout.begin(.sequence, isFlow: true, anchor: nil, at: position)
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                position += 1
                layout.end(at: position, record: completed)
                completed += 1
            case UInt8(ascii: "\""):
                let start = position
                skipString()
                add(start)
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
                position += 1
            default:
                let start = position
                skipLiteral()
                add(start)
            }
        }
    }

    private mutating func add(_ start: Int) {
        layout.add(.scalar, anchor: nil, start..<position, record: completed)
        completed += 1
    }

    private mutating func skipString() {
        position += 1
        while bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }

    private mutating func skipLiteral() {
        while position < bytes.count, !",:]} \t\n\r".utf8.contains(bytes[position]) {
            position += 1
        }
    }
}
