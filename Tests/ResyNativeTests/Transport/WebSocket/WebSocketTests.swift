@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(2))) struct WebSocketTests {
    private static let hello = Array("Hello".utf8)

    private func connect(_ peer: WebSocketPeer, messageBytes: Int = 1 << 20, connect: Double = 30) async throws
        -> WebSocket
    {
        var limits = WebSocketLimits()
        limits.messageBytes = messageBytes
        limits.connect = connect
        return try await WebSocket.connect(peer.url, limits: limits)
    }

    @Test func theFirstMessageMayComeWithTheHandshake() async throws {
        let peer = try WebSocketPeer { line in
            line.accept(early: [0x81, 5] + Self.hello)
            line.drain()
        }
        let socket = try await connect(peer)
        #expect(try await socket.receive() == .text(Self.hello))
    }

    @Test func aMessageLargerThanTheKernelTakesArrivesWhole() async throws {
        let echoed = Lines()
        let peer = try WebSocketPeer { line in
            line.accept()
            guard let (opcode, payload) = line.frame() else { return }
            echoed.add("\(opcode) \(payload.count) \(Digest.sha256Hex(payload))")
        }
        let socket = try await connect(peer)
        // No kernel's buffers hold it all.
        var large: [UInt8] = []
        for number in UInt8(0)..<100 { large += [UInt8](repeating: number, count: 61_001) }
        try await socket.send(binary: large)
        try await peer.finished()
        #expect(echoed.all == ["2 \(large.count) \(Digest.sha256Hex(large))"])
    }

    @Test func pingsAreAnsweredInPassing() async throws {
        let answer = Lines()
        let peer = try WebSocketPeer { line in
            line.accept()
            line.send(opcode: 9, [1, 2])
            if let (opcode, payload) = line.frame() { answer.add("\(opcode) \(payload)") }
            line.send(opcode: 1, Self.hello)
            line.drain()
        }
        let socket = try await connect(peer)
        #expect(try await socket.receive() == .text(Self.hello))
        #expect(answer.all == ["10 [1, 2]"])
    }

    @Test func closingIsSaidAndAnswered() async throws {
        let heard = Lines()
        let peer = try WebSocketPeer { line in
            line.accept()
            guard let (opcode, payload) = line.frame() else { return }
            heard.add("\(opcode) \(payload)")
            line.send(opcode: 8, payload)
        }
        let socket = try await connect(peer)
        await socket.close()
        #expect(heard.all == ["8 [3, 232]"])
        #expect(try await socket.receive() == nil)
        await #expect(throws: WebSocketError.notOpen) { try await socket.send(text: []) }
    }

    @Test func theServersCloseIsAnsweredAfterWhatCameBefore() async throws {
        let heard = Lines()
        let peer = try WebSocketPeer { line in
            line.accept()
            line.send(opcode: 1, Self.hello)
            line.send(opcode: 8, [0x03, 0xE9])
            if let (opcode, payload) = line.frame() { heard.add("\(opcode) \(payload)") }
        }
        let socket = try await connect(peer)
        #expect(try await socket.receive() == .text(Self.hello))
        #expect(try await socket.receive() == nil)
        try await peer.finished()
        #expect(heard.all == ["8 [3, 233]"])
    }

    @Test func anEndWithoutACloseIsALoss() async throws {
        let peer = try WebSocketPeer { line in
            line.accept()
            line.send(opcode: 1, Self.hello)
            line.send([0x81, 5, 1])
        }
        let socket = try await connect(peer)
        #expect(try await socket.receive() == .text(Self.hello))
        await #expect(throws: WebSocketError.connectionLost) { try await socket.receive() }
    }

    @Test func aMessageBeyondTheLimitEndsIt() async throws {
        let heard = Lines()
        let peer = try WebSocketPeer { line in
            line.accept()
            line.send([0x82, 126, 0x10, 0x01])
            if let (opcode, payload) = line.frame() { heard.add("\(opcode) \(payload)") }
        }
        let socket = try await connect(peer, messageBytes: 4096)
        await #expect(throws: WebSocketError.tooLarge(limit: 4096)) { try await socket.receive() }
        try await peer.finished()
        #expect(heard.all == ["8 [3, 241]"])
    }

    @Test func aRefusalHasItsStatus() async throws {
        let peer = try WebSocketPeer { line in
            _ = line.head()
            line.send(Array("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".utf8))
        }
        await #expect(throws: WebSocketError.refused(status: 403)) { try await connect(peer) }
    }

    @Test func aServerThatSaysNothingIsGivenUp() async throws {
        let peer = try WebSocketPeer { $0.drain() }
        await #expect(throws: WebSocketError.timedOut) { try await connect(peer, connect: 0.2) }
        try await peer.finished()
    }

    @Test func aCancelledOpeningLetsGo() async throws {
        let (asked, tell) = AsyncStream.makeStream(of: Void.self)
        let peer = try WebSocketPeer { line in
            _ = line.head()
            tell.yield()
            line.drain()
        }
        let opening = Task { try await connect(peer) }
        for await _ in asked { break }
        opening.cancel()
        await #expect(throws: CancellationError.self) { try await opening.value }
        try await peer.finished()
    }

    @Test func aCancelledReceiveTakesNoMessage() async throws {
        let peer = try WebSocketPeer { line in
            line.accept()
            guard line.frame() != nil else { return }
            line.send(opcode: 1, Self.hello)
            line.drain()
        }
        let socket = try await connect(peer)
        let waiting = Task { try await socket.receive() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        try await socket.send(text: [])
        #expect(try await socket.receive() == .text(Self.hello))
    }

    @Test func oneThatIsDroppedEndsItsConnection() async throws {
        let peer = try WebSocketPeer { line in
            line.accept()
            line.drain()
        }
        do { _ = try await connect(peer) }
        try await peer.finished()
    }
}
