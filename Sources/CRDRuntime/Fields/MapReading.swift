/// The way to read maps from a decoder.
enum MapReading {
    /// Like a struct, key by key. `Dictionary` does this too, but takes several times as long.
    case asFields
    /// As a `Dictionary`, which the decoder reads itself. `JSONDecoder` does this if it has a key
    /// strategy, because the strategy changes the keys of structs but not those of maps.
    case asDictionary

    /// Determines the way to read maps from the first entry of a map.
    ///
    /// Returns `nil` if the map is empty.
    init?(ofMapIn fields: KeyedDecodingContainer<FieldKey>, at key: FieldKey) {
        do {
            _ = try fields.decodeIfPresent([String: FirstEntry].self, forKey: key)
            return nil
        } catch let reading as FirstEntry.Reading {
            self = reading.isByDictionary ? .asFields : .asDictionary
        } catch {
            // The same error occurs again when the map is read.
            self = .asDictionary
        }
    }
}

/// An entry that stops the reading of its map.
private struct FirstEntry: Decodable {
    struct Reading: Error {
        let isByDictionary: Bool
    }

    init(from decoder: any Decoder) throws {
        let key = decoder.codingPath.last.map { type(of: $0) }
        throw Reading(isByDictionary: key != nil && key == Self.keyOfDictionary)
    }

    /// The type of the keys with which `Dictionary` is decoded.
    private static let keyOfDictionary: (any CodingKey.Type)? = {
        do {
            _ = try [String: FirstEntry](from: KeylessDecoder())
            return nil
        } catch {
            return (error as? KeylessDecoder.Asked)?.key
        }
    }()
}

/// A decoder that only reports the type of the keys that are requested.
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
