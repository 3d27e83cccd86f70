@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// The built program on real pipes.
@Suite(.timeLimit(.minutes(1))) struct ProcessTests {
    static func ping(_ id: Int) -> String { #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"# }
    static let hello = Conversation.initialize()

    @Test func answersAndEndsWithItsInput() async throws {
        let server = try ServerProcess()
        server.write(Self.hello + "\n" + Self.ping(1) + "\r\n\n" + Self.ping(2))  // no newline at the end
        server.closeInput()
        let lines = await server.readLines()
        #expect(lines.count == 3)
        #expect(try lines.map { try JSON(text: $0)["id"].integer } == [0, 1, 2])
        #expect(await server.status() == 0)
        #expect(await server.readErrors() == "")
    }

    /// Some apps pass on no environment at all.
    @Test func withoutAHomeItIsTheUsersOwn() async throws {
        let server = try ServerProcess(environment: ["HOME": "", "RESY_MCP_HOME": ""])
        server.write(Self.hello + "\n")
        #expect(try await server.readReply().at("result", "serverInfo", "name") == "resy-mcp")
        server.closeInput()
        #expect(await server.status() == 0)
        #expect(await server.readErrors() == "")
    }

    /// An app shows what is in its log of the server, if anything: one line that says it all.
    @Test(arguments: ["state", "$HOME/state", "${HOME}/state", "~ada/state"])
    func aHomeThatIsNoneIsSaidInOneLine(home: String) async throws {
        // It is gone before it reads, so nothing is written to it: the signal of a broken pipe would end the tests.
        let server = try ServerProcess(environment: ["RESY_MCP_HOME": home])
        #expect(await server.status() == 2)
        #expect(await server.readLine() == nil)
        let said = await server.readErrors()
        #expect(said.hasPrefix("resy-mcp: RESY_MCP_HOME \"\(home)\" is not valid: "))
        #expect(said.hasSuffix("~/\n") || said.hasSuffix("in full\n"))
        #expect(said.count(where: \.isNewline) == 1)
    }

    @Test func aRequestMayArriveByteByByte() async throws {
        let server = try ServerProcess()
        for byte in (Self.ping(7) + "\n").utf8 { server.write([byte]) }
        #expect(try await server.readReply().at("id") == 7)
        server.closeInput()
        #expect(await server.status() == 0)
    }

    @Test func aLineBeyondTheLimitIsRefusedAndTheNextOneRead() async throws {
        let server = try ServerProcess(["serve"])
        server.write([UInt8](repeating: UInt8(ascii: "x"), count: LineIO.lineLimit + 2))
        #expect(try await server.readReply().at("error", "code") == -32600)
        server.write("xxx\n" + Self.ping(1) + "\n")
        #expect(try await server.readReply().at("id") == 1)
        server.closeInput()
        #expect(await server.status() == 0)
    }

    @Test func aLargeLineIsRead() async throws {
        let server = try ServerProcess()
        let filler = String(repeating: "x", count: LineIO.lineLimit - 100)
        server.write(#"{"jsonrpc":"2.0","id":3,"method":"ping","params":{"a":"\#(filler)"}}"# + "\n")
        #expect(try await server.readReply().at("result") == [:])
        server.closeInput()
        #expect(await server.status() == 0)
    }

    /// More of them than are out at a time.
    @Test func manyLinesLongAndShortAreAnsweredInTheirOrder() async throws {
        let server = try ServerProcess()
        let filler = String(repeating: "x", count: 100_000)
        let lines = (0..<300).map { number in
            number % 40 < 2
                ? #"{"jsonrpc":"2.0","id":\#(number),"method":"ping","params":{"a":"\#(filler)"}}"# : Self.ping(number)
        }
        server.write(lines.joined(separator: "\n") + "\n")
        server.closeInput()
        let answers = await server.readLines()
        #expect(try answers.map { try JSON(text: $0)["id"].integer } == Array(0..<300))
        #expect(await server.status() == 0)
    }

    @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsItLikeTheEnd(signal: CInt) async throws {
        let server = try ServerProcess()
        server.write(Self.ping(1) + "\n")
        _ = try await server.readReply()
        server.terminate(signal)
        #expect(await server.status() == 0)
    }

    @Test func aClientThatReadsNoMoreEndsIt() async throws {
        let server = try ServerProcess()
        server.write(Self.ping(1) + "\n")
        _ = try await server.readReply()
        server.closeOutput()
        server.write(Self.ping(2) + "\n")
        #expect(await server.status() == 0)
    }

    /// A client that neither reads nor leaves fills the pipe: the session is stuck in a write.
    @Test func aSignalEndsItEvenInsideAWrite() async throws {
        let server = try ServerProcess()
        server.write(Self.hello + "\n")
        _ = try await server.readReply()
        for id in 1...20 { server.write(#"{"jsonrpc":"2.0","id":\#(id),"method":"tools/list"}"# + "\n") }
        server.terminate()
        #expect(await server.status() == 0)
    }

    @Test func standardOutputHoldsNothingButTheProtocol() async throws {
        let server = try ServerProcess(["--log-level", "trace", "--curl-verbose"])
        server.write("garbage\n" + Self.hello + "\n" + #"{"jsonrpc":"2.0","id":1,"method":"nothing"}"# + "\n")
        server.closeInput()
        let lines = await server.readLines()
        #expect(lines.count == 3)
        for line in lines { #expect(try JSON(text: line).at("jsonrpc") == "2.0") }
        #expect(await server.readErrors().contains("debug"))
    }

    @Test func readOnlyComesFromTheEnvironmentToo() async throws {
        let server = try ServerProcess(environment: ["RESY_READ_ONLY": "true"])
        server.write(Self.hello + "\n" + #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"# + "\n")
        server.closeInput()
        #expect(try JSON(text: try #require(await server.readLines().last)).at("result", "tools").items.count == 4)
    }

    @Test(arguments: [
        (["--pace", "abc"], [:]), (["serve", "--confirm", "maybe"], [:]), (["--nothing"], [:]), (["nothing"], [:]),
        ([], ["RESY_API_URL": "http://api.resy.com"]),
    ])
    func wrongUsageIsStatusTwo(arguments: [String], environment: [String: String]) async throws {
        let server = try ServerProcess(arguments, environment: environment)
        server.closeInput()
        #expect(await server.readLines() == [])
        #expect(await server.readErrors().hasPrefix("resy-mcp: "))
        #expect(await server.status() == 2)
    }

    @Test(arguments: [["--help"], ["serve", "--help"], ["--version"]]) func helpGoesToStandardOutput(
        arguments: [String]
    ) async throws {
        let server = try ServerProcess(arguments)
        #expect(await server.readLines().isEmpty == false)
        #expect(await server.status() == 0)
    }
}
