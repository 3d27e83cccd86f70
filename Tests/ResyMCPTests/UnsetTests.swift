@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct UnsetTests {
    static let nothing = [
        "", " ", "\t\n", "null", "NULL", "Null", " null ", "undefined", "Undefined", "UNDEFINED",
        "${user_config.email}",
        "${RESY_EMAIL}", "${}", " ${X} ", "${user_config.api_key}",
    ]

    @Test(arguments: nothing + ["none", "None", "NONE", " none "])
    func anOptionalOneIsNotGiven(text: String) throws {
        #expect(Unset.isOptional(text))
        #expect(SettingReader.meant(text) == nil)
        #expect(Given.optional(text) == nil)
        let arguments = try Arguments(
            .object([("name", .string(text)), ("party_size", .string(text)), ("on", .string(text))]),
            allowed: ["name", "party_size", "on"])
        #expect(try arguments.optionalText("name") == nil)
        #expect(try arguments.integer("party_size", default: 2, in: 1...50) == 2)
        #expect(try arguments.flag("on", default: true))
    }

    @Test(arguments: [
        "nothing", "Nulle Part", "None of Your Business", "undefined behaviour", "$HOME", "${A}/x", "a ${B}", "nil",
        "no", "0", "false",
        "n/a", "-", "nul", "\u{2205}", "none.", "{}", "$", "${", "(null)",
    ])
    func otherWordsAreWords(text: String) throws {
        #expect(!Unset.isOptional(text))
        #expect(SettingReader.meant(text) == text)
    }

    @Test(arguments: nothing) func aRequiredOneIsMissing(text: String) {
        let complaint = ArgumentsTests.complaint {
            try Arguments(.object([("name", .string(text))]), allowed: ["name"]).text("name", example: "Carbone")
        }
        #expect(complaint == #"bad_request: The argument name is missing.; Give name, for example “Carbone”."#)
        #expect(
            ArgumentsTests.complaint {
                try Arguments(.object([("name", .string(text))]), allowed: ["name"]).secret(
                    "name", orElse: .argument(.loginOrPassword))
            } != nil)
    }

    /// There may be a restaurant of that name.
    @Test(arguments: ["None", "none", "Nada", "Nothing", "N/A"]) func aRequiredNameIsTakenAsItIs(text: String) throws {
        #expect(
            try Arguments(.object([("name", .string(text))]), allowed: ["name"]).text("name", example: "Carbone")
                == text)
    }
}
