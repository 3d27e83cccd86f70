internal import ArgumentParser
internal import ResyNative

@main
struct ResyMCP: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resy-mcp", version: "0.1.0")
}
