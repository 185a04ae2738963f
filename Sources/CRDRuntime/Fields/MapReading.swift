/// How a decoder is to be asked for maps.
enum MapReading {
    /// As for a struct, key by key: `Dictionary` does so too, in a way that costs several times as
    /// much.
    case asFields
    /// As for a `Dictionary`, which the decoder reads itself. `JSONDecoder` does so if it has a
    /// strategy for keys, since that changes the keys of structs and not those of maps.
    case asDictionary

    /// Finds out by a map, whose first entry sees who reads it.
    ///
    /// `nil` if there is no entry.
    init?(ofMapIn fields: KeyedDecodingContainer<FieldKey>, at key: FieldKey) {
        do {
            _ = try fields.decodeIfPresent([String: FirstEntry].self, forKey: key)
            return nil
        } catch let reading as FirstEntry.Reading {
            self = reading.isByDictionary ? .asFields : .asDictionary
        } catch {
            // It will come again when the map is read.
            self = .asDictionary
        }
    }
}

/// An entry of a map that ends the reading of it.
private struct FirstEntry: Decodable {
    struct Reading: Error {
        let isByDictionary: Bool
    }

    init(from decoder: any Decoder) throws {
        let key = decoder.codingPath.last.map { type(of: $0) }
        throw Reading(isByDictionary: key != nil && key == Self.keyOfDictionary)
    }

    /// The type of the keys by which `Dictionary` reads itself.
    private static let keyOfDictionary: (any CodingKey.Type)? = {
        do {
            _ = try [String: FirstEntry](from: KeylessDecoder())
            return nil
        } catch {
            return (error as? KeylessDecoder.Asked)?.key
        }
    }()
}

/// A decoder that only tells what keys it is asked for.
private struct KeylessDecoder: Decoder {
    struct Asked: Error {
        let key: (any CodingKey.Type)?
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw Asked(key: type)
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw Asked(key: nil)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw Asked(key: nil)
    }
}
