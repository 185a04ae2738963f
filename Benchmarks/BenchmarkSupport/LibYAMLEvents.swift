import CCRDLibYAML

/// Reads all events of a text with libyaml and throws them away.
package func readEvents(_ bytes: [UInt8]) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer {
        parser.deallocate()
        event.deallocate()
    }
    bytes.withUnsafeBufferPointer { bytes in
        yaml_parser_initialize(parser)
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        while yaml_parser_parse(parser, event) == 1 {
            let type = event.pointee.type.rawValue
            yaml_event_delete(event)
            if type == YAML_STREAM_END_EVENT.rawValue { return }
        }
    }
}
