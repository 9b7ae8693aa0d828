package io.simmim.core.pretrained;

/** Small dense systems of linear equations. */
final class LinearSystem {

  private LinearSystem() {}

  /**
   * Solves A X = B by Gauss-Jordan elimination with row pivoting.
   *
   * @param system [n, n + m], A beside B; overwritten
   * @return X [n, m]
   */
  static double[][] solve(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      swap(system, column, pivot(system, column));
      double[] row = system[column];
      for (int i = 0; i < n; i++) {
        double factor = i == column ? 0 : system[i][column] / row[column];
        for (int j = column; factor != 0 && j < row.length; j++) {
          system[i][j] -= factor * row[j];
        }
      }
    }
    double[][] solution = new double[n][system[0].length - n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < solution[i].length; j++) {
        solution[i][j] = system[i][n + j] / system[i][i];
      }
    }
    return solution;
  }

  private static int pivot(double[][] system, int column) {
    int best = column;
    for (int i = column + 1; i < system.length; i++) {
      if (Math.abs(system[i][column]) > Math.abs(system[best][column])) {
        best = i;
      }
    }
    return best;
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}
