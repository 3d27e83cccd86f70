import Testing

@testable import resy_mcp

@Suite struct PrintedCommandTests {
    /// Copied into a shell where four are usual, two must be said.
    @Test(
        arguments: [
            (2, nil, ""), (4, nil, " --party 4"), (2, "4", " --party 2"), (2, " ", ""), (2, "none", ""),
            (4, "4", " --party 4"),
        ] as [(Int, String?, String)])
    func theyMeanTheSameInThatShell(people: Int, usual: String?, expected: String) {
        #expect(PrintedCommand.party(people, variable: { $0 == "RESY_PARTY" ? usual : nil }) == expected)
    }
}
