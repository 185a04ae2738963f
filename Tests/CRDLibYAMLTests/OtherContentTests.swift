import Testing

/// Texts that are often found in the place of YAML.
@Suite struct OtherContentTests {
    @Test(arguments: [
        ("<!DOCTYPE html>\n<html>\n<meta content=\"a: b\">", "is a web page, "),
        ("\n  <html lang=en><body>404</body></html>", "is a web page, "),
        ("<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code></Error>", "is XML, "),
        (
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "is a pointer of Git LFS, "
        ),
        ("../../config/bases/a.yaml", "has only the path '../../config/bases/a.yaml', "),
        ("404: Not Found", "is the error '404: Not Found' of a web server, "),
        ("503 Service Unavailable\n", "is the error '503 Service Unavailable' of a web server, "),
        (
            "NAME                     CREATED AT\nboats.shop.example.com   2025-01-01T00:00:00Z\n",
            "is the table of 'kubectl get', "
        ),
        ("NAMESPACE   NAME   READY   AGE\na           b      1/1     3d", "is the table of "),
        (
            "Name:         a\nNamespace:    b\nLabels:       app: c\nKind:         Widget\n",
            "is the output of 'kubectl describe', "
        ),
        (
            "\nName:         a\nNamespace:\nLabels:       <none>\nKind:         "
                + "CustomResourceDefinition\n",
            "is the output of 'kubectl describe', expected YAML or JSON; use the output of "
                + "'kubectl get crd NAME -o yaml'"
        ),
    ])
    func `what is not YAML is called by its name`(text: String, start: String) throws {
        let message = try #require(fault(text))
        #expect(message.hasPrefix("error: \(start)"), "\(message)")
        #expect(message.contains("expected YAML or JSON"))
    }

    @Test(arguments: [
        "name: a\nnamespace: b\n", "Name: a\nNamespace: b\n", "<<: {a: 1}\n", "404: {a: 1}\n",
        "a.yaml: 1\n", "NAME: a\n", "- ./a.yaml\n- ./b.yaml\n", "x.yaml", "404", "NAME",
        "version: https://git-lfs.github.com/spec/v1\n",
    ])
    func `YAML that begins alike is read`(text: String) {
        #expect(fault(text) == nil)
    }
}
