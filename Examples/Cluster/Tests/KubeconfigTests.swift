import Foundation
import Kubeconfig
import Testing

struct KubeconfigTests {
    @Test func `the credentials of the first user are read`() throws {
        let config = try Kubeconfig(
            json: Data(
                """
                {"kind":"Config","apiVersion":"v1","current-context":"c","preferences":{},
                "clusters":[{"name":"c","cluster":{"server":"https://127.0.0.1:6443",
                "certificate-authority-data":"UEVN"}}],
                "users":[{"name":"u","user":{"client-certificate-data":"QQ==",
                "client-key-data":"Qg==","token":"t"}}]}
                """.utf8
            )
        )
        #expect(config.server == "https://127.0.0.1:6443")
        #expect(config.certificateAuthority == Data("PEM".utf8))
        #expect(config.clientCertificate == Data("A".utf8) && config.clientKey == Data("B".utf8))
        #expect(config.token == "t")
    }

    @Test func `a file without a user is an error`() {
        let json = #"{"clusters":[{"cluster":{"server":"s"}}],"users":[]}"#
        #expect(throws: CocoaError.self) { try Kubeconfig(json: Data(json.utf8)) }
    }
}
