import Glibc
import ResyNative

/// The client of Autobahn's suite: each case is a conversation of its own, in which everything is said back.
@main struct AutobahnClient {
    /// Arguments: the server's URL and the agent's name in the report.
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: autobahn-client ws://127.0.0.1:PORT NAME")
            exit(64)
        }
        let (server, agent) = (arguments[1], arguments[2])
        let counting = try await WebSocket.connect(server + "/getCaseCount")
        guard case .text(let digits)? = try await counting.receive(),
            let count = Int(String(decoding: digits, as: UTF8.self)), count > 0
        else {
            print("the server names no cases")
            exit(1)
        }
        await counting.close()
        for number in 1...count {
            let socket = try await WebSocket.connect(server + "/runCase?case=\(number)&agent=\(agent)")
            // How it ends is for the server to judge.
            try? await echo(on: socket)
            await socket.close()
        }
        let reporting = try await WebSocket.connect(server + "/updateReports?agent=\(agent)")
        while try await reporting.receive() != nil {}
        await reporting.close()
        print("\(count) cases run")
    }

    private static func echo(on socket: WebSocket) async throws {
        for try await message in socket.messages {
            switch message {
            case .text(let bytes): try await socket.send(text: bytes)
            case .binary(let bytes): try await socket.send(binary: bytes)
            }
        }
    }
}
