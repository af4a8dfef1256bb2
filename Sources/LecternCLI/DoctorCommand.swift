import ArgumentParser
import Publishing

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is missing on this machine, and the command that installs it.")

    func run() async throws {
        let checks = await examineMachine()
        for check in checks { Terminal.write(check.text + "\n") }
        if checks.contains(where: \.isFatal) { throw ExitCode(69) }
    }
}
