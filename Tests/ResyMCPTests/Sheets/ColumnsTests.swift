import Testing

@testable import resy_mcp

@Suite struct ColumnsTests {
    @Test(arguments: [
        ("", 0), ("Carbone", 7), ("Café", 4), ("Cafe\u{301}", 4), ("寿司", 4), ("스시", 4), ("ｓｕｓｈｉ", 10),
        ("🍣", 2), ("👩‍🍳", 2), ("🇮🇹", 2), ("❤\u{FE0F}", 2), ("a\u{200B}b", 2), ("…", 1), ("–", 1), ("“x”", 3),
        ("नमस्ते", 4), ("☎", 1), ("⭐", 2), ("カ゛", 4),
    ])
    func areCounted(text: String, columns: Int) {
        #expect(text.columns == columns)
    }
}
