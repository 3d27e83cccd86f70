@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct Base64URLTests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ])
    func goesBothWays(_ plain: String, _ text: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == text)
        #expect(Base64URL.decode(text.utf8) == Array(plain.utf8))
        let bare = text.filter { $0 != "=" }
        #expect(Base64URL.encode(Array(plain.utf8), padded: false) == bare)
        #expect(Base64URL.decode(unpadded: bare.utf8) == Array(plain.utf8))
    }

    @Test func everyByteSurvives() {
        for length in 0..<260 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + length) }
            #expect(Base64URL.decode(Base64URL.encode(bytes).utf8) == bytes)
        }
    }

    @Test func usesTheAlphabetForAddresses() {
        #expect(Base64URL.encode([0xFB, 0xFF, 0xFE]) == "-__-")
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Zm+v", "Zm/v", "Zm 9v", "=", "====", "Z===", "Zm9v\n", "Zm9v====",
    ])
    func refusesWhatHasAnotherSpelling(_ text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }

    @Test(arguments: ["Zg==", "Z", "Zh", "Zm9vY"])
    func refusesPaddingWhereThereIsNone(_ text: String) {
        #expect(Base64URL.decode(unpadded: text.utf8) == nil)
    }
}
