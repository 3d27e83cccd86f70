import Testing

@testable import ResyDomain

@Suite struct DinersWordsTests {
    @Test(
        arguments: [
            ("nuts <severe, anaphylaxis> please", "nuts <severe, anaphylaxis> please"),
            ("<peanut allergy>", "<peanut allergy>"), ("a &amp; b &lt;c&gt;", "a &amp; b &lt;c&gt;"),
            ("2 < 3 & 4 > 3", "2 < 3 & 4 > 3"), ("  two  blanks  ", "two  blanks"),
            ("a\r\nb\nc\u{2028}d\te\u{0}f", "a b c d e f"), ("\u{1B}[31mred", "[31mred"),
            ("\u{1F469}\u{200D}\u{1F467}", "\u{1F469}\u{200D}\u{1F467}"), ("half \u{FFFD}", "half \u{FFFD}"),
            ("", nil), (" \n\t", nil), ("\u{200B}\u{2060}", nil),
        ] as [(String, String?)])
    func goOutAsTheyAre(text: String, sent: String?) {
        let outgoing = DinersWords.outgoing(text)
        #expect(outgoing.map { Array($0.unicodeScalars) } == sent.map { Array($0.unicodeScalars) })
    }

    @Test(arguments: [
        ("<peanut allergy>", "“<peanut allergy>”"), ("&lt;x&gt;", "“&lt;x&gt;”"), ("no \"nuts\"", "“no 'nuts'”"),
        ("\u{1B}[31mred\u{202E}", "“red”"), ("a\nb", "“a b”"), ("\u{200B}", "something that cannot be read"),
        ("[\"ALLERGY\"]", "“['ALLERGY']”"),
    ])
    func areShownAsText(text: String, quoted: String) {
        #expect(DinersWords.quoted(text) == quoted)
    }

    @Test func moreThanAWishHoldsIsCut() {
        #expect(DinersWords.shown(String(repeating: "x", count: 1001)).count == 1000)
    }
}
