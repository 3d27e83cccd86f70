@testable import ResyDomain
import Testing

@testable import ResyNative

struct PageControlTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let control: PageControl
        let meanings: Set<PageControl.Meaning>
    }

    private static func field(
        _ name: String, type: String = "text", autocomplete: String = "", label: String = "", placeholder: String = "",
        hints: String = "", _ meaning: PageControl.Meaning?
    ) -> Case {
        Case(
            testDescription: name,
            control: PageControl(
                index: 0, kind: .field, type: type, autocomplete: autocomplete, label: label, placeholder: placeholder,
                hints: hints),
            meanings: meaning.map { [$0] } ?? [])
    }

    private static func button(
        _ label: String, type: String = "", hints: String = "", _ meanings: Set<PageControl.Meaning>
    ) -> Case {
        Case(
            testDescription: "button \(label) \(hints)",
            control: PageControl(index: 0, kind: .button, type: type, label: label, hints: hints), meanings: meanings)
    }

    static let cases: [Case] = [
        field("a password by type", type: "password", .password),
        field("an e-mail by type", type: "email", label: "Login", .email),
        field("an e-mail by autocomplete alone", autocomplete: "section-a username", .email),
        field("an e-mail by label", label: "E-mail address", .email),
        field("an e-mail by placeholder", placeholder: "Your email", .email),
        field("an e-mail by what developers called it", hints: "email input-field", .email),
        field("a phone", type: "tel", label: "Mobile number", .phone),
        field("a code in a telephone field", type: "tel", autocomplete: "one-time-code", .code),
        field("a code by its label", type: "tel", label: "Enter verification code", .code),
        field("a zip code is no code", label: "Zip code", nil),
        field("a search box", type: "search", placeholder: "Search restaurants, email", nil),
        field("a box to tick", type: "checkbox", label: "Send me email", nil),
        button("Log in", [.logIn, .submit]),
        button("Sign in / Sign up", [.logIn, .submit]),
        button("", hints: "menu_container-button-log_in", [.logIn, .submit]),
        button("Log in with email & password", [.usePassword]),
        button("Use Email and Password instead", [.usePassword]),
        button("Log in with email & one-time code", [.logIn, .submit]),
        button("Continue with email", [.useEmail]),
        button("Forgot password?", []),
        button("Show password", []),
        button("Continue", [.submit]),
        button("Los geht's", type: "submit", [.submit]),
        button("Reject all", [.dismiss]),
        button("", hints: "AnnouncementModal__icon-close", [.dismiss]),
        button("Menu", [.menu]),
        button("Book now", []),
    ]

    @Test(arguments: cases)
    func isReadFor(_ example: Case) {
        let all: [PageControl.Meaning] = [
            .email, .password, .phone, .code, .logIn, .usePassword, .useEmail, .submit, .dismiss, .menu,
        ]
        #expect(Set(all.filter { example.control.means($0) }) == example.meanings)
    }

    @Test
    func aDisabledControlMeansNothing() {
        #expect(!PageControl(index: 0, kind: .field, type: "password", label: "", isEnabled: false).means(.password))
    }

    @Test
    func leastIsGivenAwayFirst() throws {
        func rank(_ label: String) -> Int? { PageControl(index: 0, kind: .button, label: label).dismissalRank }
        let (reject, close, accept) = (rank("Reject all"), rank("Close"), rank("Accept all"))
        #expect(try #require(reject) < #require(close))
        #expect(try #require(close) < #require(accept))
        #expect(rank("Book now") == nil)
    }
}
