@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

@Suite struct CertificateTests {
    @Test func allOfABundleAreRead() throws {
        let authority = try TestAuthority()
        defer { authority.remove() }
        let one = try authority.certificate()
        var text = Array(try Data(contentsOf: URL(fileURLWithPath: authority.bundle)))
        text += Array("a remark\n".utf8) + Array(try Data(contentsOf: URL(fileURLWithPath: one.certificate)))
        let all = Certificate.all(inPEM: text)
        #expect(all.map(\.isAuthority) == [true, false])
        #expect(all[1].issuer == all[0].subject)
        #expect(all[0].bytes.first == 0x30)
        #expect(all[0].serial.first == 2)
        #expect(all[0].sha1.count == 20)
    }

    @Test(arguments: ["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "nothing"])
    func whatIsNoneIsNone(_ text: String) {
        #expect(Certificate.all(inPEM: Array(text.utf8)) == [])
    }

    @Test(arguments: [[], [0], [0xFB, 0xFF], [0xFB, 0xFF, 0xFE, 1]] as [[UInt8]])
    func base64IsFoundationsOwn(_ bytes: [UInt8]) {
        #expect(Base64.encode(bytes) == Data(bytes).base64EncodedString())
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test(arguments: ["-_8=", "A", "AA", "A A=", "AB=="]) func whatIsNoBase64IsNone(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
