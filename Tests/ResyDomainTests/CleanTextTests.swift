import Testing

@testable import ResyDomain

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("Don Angie", "Don Angie"), ("  Don\n\t Angie \u{A0}", "Don Angie"), ("Café Zoë — “x”", "Café Zoë — “x”"),
        // Escape sequences go as a whole.
        ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{9B}1;31mred", "red"), ("a\u{1B}]0;title\u{7}b", "ab"),
        ("a\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\b", "alinkb"), ("a\u{9D}0;t\u{9C}b", "ab"),
        ("a\u{1B}Pq#0\u{1B}\\b", "ab"), ("a\u{1B}(Bb", "ab"), ("a\u{1B}7b\u{1B}Mc", "abc"), ("a\u{1B}", "a"),
        ("a\u{1B}[", "a"), ("a\u{1B}]no end", "ano end"), ("a\u{8}\u{0}\u{7F}b", "ab"), ("\u{1B}[2J\u{1B}[Hx", "x"),
        // What hides or reorders.
        ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("a\u{200B}\u{200D}\u{FEFF}\u{AD}b", "ab"),
        ("a\u{E0041}\u{E007F}\u{E0000}b", "ab"), ("a\u{FE00}\u{E0100}b", "ab"), ("❤\u{FE0F}", "❤\u{FE0F}"),
        ("x\u{FE0F}y", "xy"), ("a\u{E000}b", "ab"), ("a\u{3164}b", "a b"), ("a\u{2028}b", "a b"),
        ("e\u{301}\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}"),
        // HTML.
        ("<b>Don</b> Angie", "Don Angie"), ("Carb<em>on</em>e", "Carbone"),
        ("one<br/>two<p class='x'>three", "one two three"),
        ("Tom &amp; Jerry&#39;s &#x26; co", "Tom & Jerry's & co"), ("caf&eacute;", "café"), ("&amp;lt;", "&lt;"),
        ("Caf&eacute; Zo&euml; &amp; S&ouml;hne", "Café Zoë & Söhne"), ("Na&iuml;ve", "Naïve"),
        ("&Aacute;rbol", "Árbol"),
        ("&Icirc;le &AElig; &oelig;", "Île Æ œ"), ("&OElig;uf &Scaron;&scaron;&Yuml;", "Œuf ŠšŸ"),
        ("&iquest;&Ograve;&times;&thorn;&divide;&yuml;&sup2;&ordf;", "¿Ò×þ÷ÿ²ª"), ("a&shy;b", "ab"),
        ("&sbquo;x&bdquo; &lsaquo;y&rsaquo; &trade;&hellip;&euro;", "‚x„ ‹y› ™…€"),
        ("2 < 3 > 1", "2 < 3 > 1"), ("a &nosuch; b", "a &nosuch; b"), ("AT&T; x", "AT&T; x"), ("a&#27;[31mb", "ab"),
        ("a&#0;b", "ab"), ("a&#x110000;b", "a&#x110000;b"), ("&lt;b&gt;", "<b>"), ("<", "<"), ("a <b", "a <b"),
        ("", ""), ("\u{202E}", ""), ("&", "&"),
    ])
    func keepsWhatAPersonReads(text: String, clean: String) {
        #expect(Array(CleanText.line(text).unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test(arguments: [
        (String(repeating: "a", count: 80), 80, "a"), (String(repeating: "a", count: 81), 80, "…"),
        (String(repeating: "é", count: 90), 80, "…"), (String(repeating: "👩‍👩‍👧 ", count: 90), 80, "…"),
        (String(repeating: "ab ", count: 27), 80, "b"), (String(repeating: "🇪🇸", count: 200), 80, "…"),
    ])
    func aNameIsCutBetweenCharacters(text: String, count: Int, last: Character) {
        #expect(CleanText.name(text).count == count)
        #expect(CleanText.name(text).last == last)
    }

    @Test(arguments: [
        ("Don Angie", "“Don Angie”"), ("a” said “b", "“a' said 'b”"), ("say \"x\"", "“say 'x'”"), ("«x»", "“'x'”"),
        ("„x‟", "“'x'”"), ("a\n\u{202E}b", "“a b”"), ("", "“”"),
    ])
    func aQuotationCannotEndItself(text: String, quoted: String) {
        #expect(CleanText.quoted(text) == quoted)
    }

    @Test func aLineIsLongerThanAName() {
        #expect(CleanText.line(String(repeating: "a", count: 301)).count == 300)
    }

    @Test func noSpaceStandsBeforeTheEllipsis() {
        #expect(CleanText.cut("abc def", to: 5) == "abc…")
    }

    @Test func whatIsCleanStaysAsItIs() {
        for text in ["a\u{1B}[1mb", "<b>x</b>&amp;", "x\u{FE0F}", "a  b"] {
            let once = CleanText.line(text)
            #expect(CleanText.line(once) == once)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aHugeTextCostsNoMoreThanALongOne() {
        for part in ["<", "&", "\u{1B}]", "\u{301}", "<a", "\u{1B}["] {
            #expect(CleanText.name(String(repeating: part, count: 1_000_000)).count <= 80)
        }
    }
}
