package dev.nabla;

import java.util.List;

/**
 * A Jacobian with the forms that Symja found.
 *
 * @param jacobian the matrix; its own form wherever Symja has none that is shorter and right
 * @param remarks the entries for which Symja has no form, or one that was refuted, and why
 */
public record SymjaJacobian(Jacobian jacobian, List<String> remarks) {
  public SymjaJacobian {
    remarks = List.copyOf(remarks);
  }
}
