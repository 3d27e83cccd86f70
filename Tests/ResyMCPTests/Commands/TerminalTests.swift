import Testing

@testable import resy_mcp

@Suite struct TerminalTests {
    @Test(arguments: [
        ("a\u{1B}[31mb", "a [31mb"), ("left\u{202E}right", "leftright"), ("two\nlines\there", "two\nlines\there"),
        ("Café ñ — “x”", "Café ñ — “x”"),
    ])
    func theTerminalShowsNoControls(raw: String, shown: String) {
        #expect(Terminal.plain(raw) == shown)
    }
}
