/// The worked examples of what cells can use, in the order in which they are read.
public enum Examples {
    public static let all: [WorkedExample] = [networks, layers, activations, training, data, derivations, plots]
        .flatMap(WorkedExample.all)
}
