import Testing

@testable import ResyDomain

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+12125550100", "+12125550100"), ("+1 212 555 0100", "+12125550100"), ("+1 (212) 555-0100", "+12125550100"),
        (" +49 30/123456 ", "+4930123456"), ("+1.212.555.0100", "+12125550100"),
        ("+44\u{A0}20 7946 0958", "+442079460958"),
    ]) func takesWhatPeopleWrite(typed: String, text: String) {
        #expect(PhoneNumber(typed)?.text == text)
    }

    @Test(arguments: [
        "", "+", "2125550100", "0012125550100", "+0212555010", "+1212", "+1234567890123456", "+1 212 555 O100",
        "+1+2125550100", "+١٢٣٤٥٦٧٨٩", "phone",
    ]) func refusesWhatIsNone(typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }

    @Test func showsTwoDigits() {
        #expect(PhoneNumber("+12125550187")?.masked == "+\u{2026}87")
    }
}
