import CRDYAML

extension Report {
    /// The parts as test cases in the XML format of JUnit, with a test suite for each file.
    package var junit: String {
        let counts = Self.counts(of: parts)
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text +=
            "<testsuites name=\(XMLText.attribute(command)) tests=\"\(counts.tests)\" "
            + "failures=\"\(counts.failures)\" errors=\"0\">\n"
        for (file, parts, remarks) in files {
            let counts = Self.counts(of: parts)
            text +=
                "  <testsuite name=\(XMLText.attribute(file ?? command)) tests=\"\(counts.tests)\" "
                + "failures=\"\(counts.failures)\" errors=\"0\" skipped=\"\(counts.skipped)\">\n"
            for part in parts { text += part.testCase(ofCommand: command) }
            if !remarks.isEmpty { text += "    \(remarks.systemOut)" }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func counts(of parts: [Part]) -> (tests: Int, failures: Int, skipped: Int) {
        var counts = (tests: parts.count, failures: 0, skipped: 0)
        for part in parts {
            switch part.outcome {
            case .passed: break
            case .failed: counts.failures += 1
            case .skipped: counts.skipped += 1
            }
        }
        return counts
    }
}

extension Report.Part {
    fileprivate func testCase(ofCommand command: String) -> String {
        let name = object.map { "\($0.kind)@\($0.apiVersion)" } ?? command
        var text =
            "    <testcase name=\(XMLText.attribute(title)) classname=\(XMLText.attribute(name))>\n"
        var others = findings
        switch outcome {
        case .passed: break
        case .failed:
            others.removeAll(where: \.isError)
            let first = errors.first
            text +=
                "      <failure message=\(XMLText.attribute(first?.diagnostic.message ?? "")) "
                + "type=\(XMLText.attribute(first?.rule.id ?? ""))>"
                + "\(XMLText.content(errors.text))</failure>\n"
        case .skipped(let reason):
            text += "      <skipped message=\(XMLText.attribute(reason))/>\n"
        }
        if !others.isEmpty { text += "      \(others.systemOut)" }
        return text + "    </testcase>\n"
    }
}

extension [Finding] {
    /// The lines of the findings as the element for other output.
    fileprivate var systemOut: String {
        "<system-out>\(XMLText.content(text))</system-out>\n"
    }
}
