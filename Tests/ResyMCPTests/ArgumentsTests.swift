@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct ArgumentsTests {
    static func read(_ text: String) throws -> Arguments {
        try Arguments(JSON(text: text), allowed: ["name", "party_size", "on"])
    }

    /// The error's message and hint in one line.
    static func complaint<Value>(_ body: () throws -> Value) -> String? {
        do {
            _ = try body()
            return nil
        } catch let error as ResyError {
            return "\(error.code.name): \(error.message); \(error.hint)"
        } catch {
            return "\(error)"
        }
    }

    @Test func unknownNamesAreListedWithTheKnown() {
        let complaint = Self.complaint { try Self.read(#"{"name":"x","partysize":2,"a\nb":1}"#) }
        #expect(complaint == #"bad_request: Unknown arguments “partysize”, “a b”.; Allowed: name, party_size, on."#)
    }

    @Test(arguments: [("2", 2), ("2.0", 2), (#""4""#, 4), ("null", 7), ("50", 50), ("1", 1)])
    func readsWholeNumbers(text: String, expected: Int) throws {
        let arguments = try Self.read(#"{"party_size":\#(text)}"#)
        #expect(try arguments.integer("party_size", default: 7, in: 1...50) == expected)
    }

    @Test func aMissingNumberIsTheDefault() throws {
        #expect(try Self.read("{}").integer("party_size", default: 2, in: 1...50) == 2)
    }

    @Test(arguments: [
        ("0", "bad_request: The argument party_size is 0, which is out of range.; Allowed: 1 to 50."),
        ("51", "bad_request: The argument party_size is 51, which is out of range.; Allowed: 1 to 50."),
        (
            #""two""#,
            #"bad_request: The argument party_size must be a whole number, not “two”.; Give party_size as a whole number."#
        ),
        (
            "2.5",
            #"bad_request: The argument party_size must be a whole number, not “2.5”.; Give party_size as a whole number."#
        ),
        (
            "true",
            #"bad_request: The argument party_size must be a whole number, not “true”.; Give party_size as a whole number."#
        ),
        (
            "[]",
            #"bad_request: The argument party_size must be a whole number, not “[]”.; Give party_size as a whole number."#
        ),
        (
            "-0.5",
            #"bad_request: The argument party_size must be a whole number, not “-0.5”.; Give party_size as a whole number."#
        ),
    ])
    func refusesOtherNumbers(text: String, expected: String) {
        let complaint = Self.complaint {
            try Self.read(#"{"party_size":\#(text)}"#).integer("party_size", default: 2, in: 1...50)
        }
        #expect(complaint == expected)
    }

    @Test(arguments: [(#""x""#, "x"), (#""  x y ""#, "x y"), (#""""#, nil), (#"" ""#, nil), ("null", nil)])
    func readsText(text: String, expected: String?) throws {
        #expect(try Self.read(#"{"name":\#(text)}"#).optionalText("name") == expected)
    }

    @Test(arguments: ["5", "true", "[]", "{}", #""12345678901""#])
    func refusesOtherText(text: String) {
        let complaint = Self.complaint { try Self.read(#"{"name":\#(text)}"#).optionalText("name", limit: 10) }
        #expect(complaint?.hasPrefix("bad_request: The argument name ") == true)
    }

    @Test func aMissingTextComesWithAnExample() {
        let complaint = Self.complaint { try Self.read(#"{"name":" "}"#).text("name", example: "Carbone") }
        #expect(complaint == #"bad_request: The argument name is missing.; Give name, for example “Carbone”."#)
    }

    @Test func idsMayBeNumbers() throws {
        #expect(try Self.read(#"{"name":900000123}"#).optionalText("name", takesNumbers: true) == "900000123")
    }

    @Test(arguments: [("true", true), ("false", false), (#""True""#, true), (#""false""#, false), ("null", true)])
    func readsFlags(text: String, expected: Bool) throws {
        #expect(try Self.read(#"{"on":\#(text)}"#).flag("on", default: true) == expected)
    }

    @Test(arguments: ["1", #""yes""#, "[]"]) func refusesOtherFlags(text: String) {
        #expect(Self.complaint { try Self.read(#"{"on":\#(text)}"#).flag("on", default: true) } != nil)
    }

    @Test(arguments: ["5", #""""#, "null", #"["hunter2"]"#]) func aSecretIsNeverShown(text: String) {
        let complaint = Self.complaint {
            try Self.read(#"{"name":\#(text)}"#).secret("name", orElse: .argument(.addressForm))
        }
        #expect(complaint?.contains("hunter2") == false)
        #expect(complaint?.hasSuffix("; \(Voice.model.text(ArgumentAdvice.addressForm))") == true)
    }

    @Test func aSecretKeepsItsSpaces() throws {
        #expect(try Self.read(#"{"name":" p "}"#).secret("name", orElse: .argument(.addressForm)).reveal() == " p ")
    }
}
